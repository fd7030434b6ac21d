package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loopscope demo}: a sample program in its own JVM, attached to while it runs. */
@Command(
    name = "demo",
    description = {
      "Starts a sample program in its own JVM and watches it: a chat server with a thousand quiet",
      "clients and a handler that sometimes blocks, and sleepers one after the other and side by"
          + " side."
    },
    footer = {
      "",
      "Examples:",
      "  loopscope demo",
      "  loopscope demo --headless --for 20s --out demo"
    })
final class DemoCommand implements Callable<Integer> {

  private final SessionOpener opener;
  private final Screen screen;
  private final HeadlessWatch headlessWatch;

  @Mixin private HeadlessOptions headless;

  @Spec private CommandSpec spec;

  DemoCommand(SessionOpener opener, Screen screen, HeadlessWatch headlessWatch) {
    this.opener = opener;
    this.screen = screen;
    this.headlessWatch = headlessWatch;
    headless = new HeadlessOptions();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!headless.isHeadless()) {
      try {
        screen.show(new StartWith.Demo());
        return ExitCode.OK;
      } catch (NoDisplayException e) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(e.getMessage());
        err.println("Doing the same headless instead.");
        err.flush();
      }
    }
    return headlessWatch.run(
        opener::demo, headless, spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
