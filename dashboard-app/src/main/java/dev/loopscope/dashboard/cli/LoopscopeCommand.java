package dev.loopscope.dashboard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code loopscope} without a command: the dashboard's start page. */
@Command(
    name = "loopscope",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Shows a running JVM's event loops, live: who runs, how late, and who blocks.",
    footer = {
      "",
      "Without a command it opens the dashboard.",
      "",
      "Examples:",
      "  loopscope demo                 see it work on a sample program",
      "  loopscope list                 which JVMs run here",
      "  loopscope attach 4711          watch one of them",
      "  loopscope report f.loopscope   what a recording shows, as text",
      "",
      "Exit codes: 0 it worked, 1 it did not, 2 the command line was wrong,",
      "            3 report --fail-on found alerts."
    })
final class LoopscopeCommand implements Callable<Integer> {

  private final Screen screen;

  LoopscopeCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws NoDisplayException, InterruptedException {
    screen.show(new StartWith.StartPage());
    return ExitCode.OK;
  }
}
