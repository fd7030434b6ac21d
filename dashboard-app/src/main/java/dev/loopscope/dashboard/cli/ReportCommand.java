package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loopscope report}: what a recording shows, as text or JSON. */
@Command(
    name = "report",
    description = "Prints what a recording shows: loops, lag, longest runs, alerts, flows.",
    footer = {
      "",
      "Examples:",
      "  loopscope report f.loopscope",
      "  loopscope report f.loopscope --json | jq '.alerts[0].sentence'"
    })
final class ReportCommand implements Callable<Integer> {

  private final SessionOpener opener;

  @Parameters(paramLabel = "FILE", description = "A recording.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON (docs/report-json.md has the fields).")
  private boolean json;

  @Spec private CommandSpec spec;

  ReportCommand(SessionOpener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Session session = LoadedRecording.open(opener, file)) {
      LoadedRecording.warn(session, spec.commandLine().getErr());
      Report report = Report.of(session.trace(), session.alerts());
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.toJson() : report.toText());
      out.flush();
    }
    return ExitCode.OK;
  }
}
