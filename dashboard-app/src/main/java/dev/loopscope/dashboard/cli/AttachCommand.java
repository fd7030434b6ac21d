package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loopscope attach}: watches a running process, in the window or headless. */
@Command(
    name = "attach",
    description = "Attaches to a running JVM and shows its event loops.",
    footer = {
      "",
      "Examples:",
      "  loopscope attach 4711",
      "  loopscope attach 4711 --headless --for 30s --out evidence"
    })
final class AttachCommand implements Callable<Integer> {

  private final SessionOpener opener;
  private final Screen screen;
  private final HeadlessWatch headlessWatch;

  @Parameters(paramLabel = "PID", description = "Process id, as \"loopscope list\" shows it.")
  private long pid;

  @Mixin private ExtraOptions extras;

  @Mixin private HeadlessOptions headless;

  @Spec private CommandSpec spec;

  AttachCommand(SessionOpener opener, Screen screen, HeadlessWatch headlessWatch) {
    this.opener = opener;
    this.screen = screen;
    this.headlessWatch = headlessWatch;
    extras = new ExtraOptions();
    headless = new HeadlessOptions();
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NoDisplayException {
    if (headless.isHeadless()) {
      return headlessWatch.run(
          () -> opener.attach(pid, extras.extras()),
          headless,
          spec.commandLine().getOut(),
          spec.commandLine().getErr());
    }
    headless.refuseInAWindow(spec.commandLine());
    screen.show(new StartWith.Attach(pid, extras.extras()));
    return ExitCode.OK;
  }
}
