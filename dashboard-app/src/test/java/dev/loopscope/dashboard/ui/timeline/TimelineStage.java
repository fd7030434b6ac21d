package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A timeline in a window of its own whose background work is done at once. FX thread. */
final class TimelineStage {

  /** Where tests leave pictures for people to look at. */
  private static final Path PICTURES = Path.of("target", "pictures");

  private final TimelineModel model;
  private final TimelineView view;
  private final Scene scene;

  TimelineStage(Trace trace, AlertLog alerts, boolean live, boolean dark) {
    long[] clock = {0};
    model =
        new TimelineModel(trace, alerts, new Selection(), live, () -> clock[0] += 1_000_000_000L);
    view =
        new TimelineView(
            model, new Background(Runnable::run, Runnable::run), () -> clock[0] += 1_000_000_000L);
    Themes.use(dark);
    view.setPalette(dark ? Palette.DARK : Palette.LIGHT);
    StackPane root = new StackPane(view);
    root.setStyle("-fx-background-color: -color-bg-default;");
    scene = new Scene(root, 1280, 560);
    Themes.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    settle();
  }

  /** Draws until layout and answers have settled. */
  void settle() {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      view.pulse();
    }
  }

  WritableImage picture() {
    settle();
    return scene.snapshot(null);
  }

  /** Writes what is to be seen as a picture. */
  void save(String name) {
    try {
      Files.createDirectories(PICTURES);
      ImageIO.write(
          SwingFXUtils.fromFXImage(picture(), null),
          "png",
          PICTURES.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TimelineModel model() {
    return model;
  }

  TimelineView view() {
    return view;
  }
}
