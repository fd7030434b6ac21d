package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ManyFrameworks;
import dev.loopscope.dashboard.ui.timeline.SessionTimeline;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class SessionPictureTest {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private BufferedImage picture(boolean dark) throws Exception {
    Path file = Path.of("target", "pictures", dark ? "window-dark.png" : "window.png");
    SessionPicture.Look look = new SessionPicture.Look(1400, 900, null, false, dark, "Alerts");
    new SessionPicture(SessionTimeline::new).write(Chat.session(false), file, look);
    return ImageIO.read(file.toFile());
  }

  @Test
  void pictureHasTheSizeThatWasAskedFor() throws Exception {
    BufferedImage image = picture(false);

    assertThat(image.getWidth()).isEqualTo(1400);
    assertThat(image.getHeight()).isEqualTo(900);
  }

  @Test
  void darkPictureIsDark() throws Exception {
    int light = picture(false).getRGB(700, 22) & 0xff;
    int dark = picture(true).getRGB(700, 22) & 0xff;

    assertThat(dark).isLessThan(60);
    assertThat(light).isGreaterThan(200);
  }

  @Test
  void loopsStandUnderTheirFrameworks() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      Path file = Path.of("target", "pictures", dark ? "frameworks-dark.png" : "frameworks.png");
      SessionPicture.Look look =
          new SessionPicture.Look(
              dark ? 1600 : 1280, dark ? 1000 : 800, null, false, dark, "Coverage");
      new SessionPicture(SessionTimeline::new).write(ManyFrameworks.session(), file, look);
      assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(dark ? 1600 : 1280);
    }
  }
}
