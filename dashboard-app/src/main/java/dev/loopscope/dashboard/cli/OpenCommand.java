package dev.loopscope.dashboard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code loopscope open}: a recording in the window. */
@Command(
    name = "open",
    description = "Opens a recording in the window: the same picture as when it was live.",
    footer = {"", "Example:", "  loopscope open session.loopscope"})
final class OpenCommand implements Callable<Integer> {

  private final Screen screen;

  @Parameters(paramLabel = "FILE", description = "A recording.")
  private Path file = Path.of("");

  OpenCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws NoDisplayException, InterruptedException {
    screen.show(new StartWith.Replay(file));
    return ExitCode.OK;
  }
}
