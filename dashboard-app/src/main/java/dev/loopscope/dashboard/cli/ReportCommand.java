package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code loopscope report}: what a recording shows, as text or JSON. */
@Command(
    name = "report",
    description = "Prints what a recording shows: loops, lag, longest runs, alerts, flows.",
    footer = {
      "",
      "Examples:",
      "  loopscope report f.loopscope",
      "  loopscope report f.loopscope --json | jq '.alerts[0].sentence'",
      "  loopscope report f.loopscope --fail-on blocked,starved"
    })
final class ReportCommand implements Callable<Integer> {

  private final SessionOpener opener;

  @Parameters(paramLabel = "FILE", description = "A recording.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON (docs/report-json.md has the fields).")
  private boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "RULE",
      split = ",",
      description =
          "End with exit code 3 when there are alerts of these rules: blocked, starved, failing,"
              + " queue, pause, pinned, lost, deadlock, warning; any for all of them.")
  private List<String> failOn = new ArrayList<>();

  @Spec private CommandSpec spec;

  ReportCommand(SessionOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FailOn rules = rules();
    try (Session session = LoadedRecording.open(opener, file)) {
      LoadedRecording.warn(session, spec.commandLine().getErr());
      Report report = Report.of(session.trace(), session.alerts());
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.toJson() : report.toText());
      out.flush();
      return exitCode(session, rules.found(report));
    }
  }

  private FailOn rules() {
    try {
      return new FailOn(failOn);
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** What is damaged or was not closed may hide what a build should stop on. */
  private int exitCode(Session session, String found) {
    if (!found.isEmpty()) {
      spec.commandLine().getErr().println("loopscope: " + found);
      spec.commandLine().getErr().flush();
      return ExitCode.FOUND;
    }
    boolean mayHideSome = !failOn.isEmpty() && LoadedRecording.isIncomplete(session);
    return mayHideSome ? ExitCode.FAILURE : LoadedRecording.exitCode(session);
  }
}
