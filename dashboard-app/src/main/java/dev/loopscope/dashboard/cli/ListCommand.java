package dev.loopscope.dashboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.session.ProcessList;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loopscope list}: which JVMs run here, and why one of them cannot be attached. */
@Command(
    name = "list",
    description = "Lists the JVMs that run here, with the reason where one cannot be attached.",
    footer = {"", "Examples:", "  loopscope list", "  loopscope list --json | jq '.[].pid'"})
final class ListCommand implements Callable<Integer> {

  private final ProcessList processes;

  @Option(names = "--json", description = "Print JSON (docs/command-line.md has the fields).")
  private boolean json;

  @Spec private CommandSpec spec;

  ListCommand(ProcessList processes) {
    this.processes = processes;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<AttachableProcess> found = processes.list();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(found));
    } else if (found.isEmpty()) {
      out.println("No other JVM runs here. Start one, or try \"loopscope demo\".");
    } else {
      print(found, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void print(List<AttachableProcess> found, PrintWriter out) {
    int nameWidth = found.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    nameWidth = Math.max("NAME".length(), Math.min(60, nameWidth));
    String row = "%8s  %-10s  %-" + nameWidth + "s  %s%n";
    out.printf(row, "PID", "JAVA", "NAME", "ATTACHABLE");
    for (AttachableProcess process : found) {
      out.printf(
          row,
          process.pid(),
          process.javaVersion().isEmpty() ? "?" : process.javaVersion(),
          process.name(),
          process.attachable() ? "yes" : "no: " + process.reasonIfNot());
    }
  }
}
