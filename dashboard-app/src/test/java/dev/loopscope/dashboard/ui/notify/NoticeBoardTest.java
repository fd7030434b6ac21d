package dev.loopscope.dashboard.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.ui.common.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {

  private static final Alert ALERT = new Alert(1, AlertKind.BLOCKED, 1, 1, 2, 1, 0, "late");

  private static final Notice NOTICE =
      new Notice("chat: blocked", "worker-2 <b>was</b> blocked & late", ALERT);

  private final List<Notice> inWindow = new ArrayList<>();
  private final List<Notice> onDesktop = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<List<String>> commands = new ArrayList<>();
  private boolean inUse;
  private boolean broken;

  private final NoticeBoard notices =
      new NoticeBoard(
          () -> inUse,
          inWindow::add,
          notice -> {
            if (broken) {
              throw new IOException("no desktop");
            }
            onDesktop.add(notice);
          },
          new Background(Runnable::run, Runnable::run),
          problems::add);

  @Test
  void windowInUseShowsItItself() {
    inUse = true;
    notices.accept(NOTICE);

    assertThat(inWindow).containsExactly(NOTICE);
    assertThat(onDesktop).isEmpty();
  }

  @Test
  void otherwiseTheDesktopShowsIt() {
    notices.accept(NOTICE);

    assertThat(onDesktop).containsExactly(NOTICE);
    assertThat(inWindow).isEmpty();
  }

  @Test
  void desktopThatCannotIsComplainedOfOnce() {
    broken = true;
    notices.accept(NOTICE);
    notices.accept(NOTICE);

    assertThat(problems).containsExactly("no desktop");
  }

  @Test
  void namesOfTheProgramAreNeverMarkup() throws IOException {
    new CommandMessages(this::ends, false).show(NOTICE);

    assertThat(commands)
        .containsExactly(
            List.of(
                "notify-send",
                "--app-name=Loopscope",
                "--",
                "chat: blocked",
                "worker-2 &lt;b&gt;was&lt;/b&gt; blocked &amp; late"));
  }

  @Test
  void scriptOfTheMacGetsTheTextsAsArguments() throws IOException {
    new CommandMessages(this::ends, true).show(NOTICE);

    assertThat(commands.get(0)).startsWith("osascript").endsWith(NOTICE.title(), NOTICE.text());
  }

  @Test
  void missingProgramSaysWhatToInstall() {
    IOException problem = null;
    try {
      new CommandMessages(
              command -> {
                throw new IOException("error=2");
              },
              false)
          .show(NOTICE);
    } catch (IOException e) {
      problem = e;
    }
    assertThat(problem).hasMessageContaining("libnotify-bin").hasMessageContaining("settings");
  }

  @Test
  void desktopWithoutATraySaysSo() {
    IOException problem = null;
    try {
      new TrayMessages().show(NOTICE);
    } catch (IOException e) {
      problem = e;
    }
    assertThat(problem).hasMessageContaining("no system tray"); // tests run without a display
  }

  /** Notes the command and starts something that ends well in its place. */
  private Process ends(List<String> command) throws IOException {
    commands.add(command);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-version").start();
  }
}
