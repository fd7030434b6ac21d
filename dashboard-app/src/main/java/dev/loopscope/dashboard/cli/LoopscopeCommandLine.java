package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.WrongOptionException;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import picocli.CommandLine;

/** Puts the commands together and turns their failures into sentences and exit codes. */
public final class LoopscopeCommandLine {

  private LoopscopeCommandLine() {}

  /**
   * The command line, ready to execute.
   *
   * @param opener opens sessions
   * @param links opens bare connections to agents, for {@code record}
   * @param processes lists JVMs
   * @param screen windows and pictures
   */
  public static CommandLine of(
      SessionOpener opener, AgentLinks links, ProcessList processes, Screen screen) {
    HeadlessWatch headlessWatch = new HeadlessWatch(screen);
    CommandLine line =
        new CommandLine(new LoopscopeCommand(screen))
            .addSubcommand(new DemoCommand(opener, screen, headlessWatch))
            .addSubcommand(new ListCommand(processes))
            .addSubcommand(new AttachCommand(opener, screen, headlessWatch))
            .addSubcommand(new RecordCommand(links))
            .addSubcommand(new OpenCommand(screen))
            .addSubcommand(new SnapshotCommand(opener, screen))
            .addSubcommand(new ReportCommand(opener));
    for (CommandLine sub : line.getSubcommands().values()) {
      sub.getCommandSpec().mixinStandardHelpOptions(true);
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure, failed));
  }

  private static int explain(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof WrongOptionException) {
      line.getErr().println("loopscope: " + failure.getMessage());
      line.getErr().flush();
      return ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof NoDisplayException) {
      line.getErr().println("loopscope: " + failure.getMessage());
      line.getErr().flush();
      return ExitCode.FAILURE;
    }
    if (failure instanceof InterruptedException) {
      line.getErr().println("loopscope: interrupted");
      line.getErr().flush();
      return ExitCode.FAILURE;
    }
    throw failure;
  }
}
