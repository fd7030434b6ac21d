package dev.loopscope.dashboard.analysis.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a session. The names of the components are the fields of the JSON.
 *
 * @param format grows when a field changes its meaning or goes away, not when one is added
 * @param process the watched process, null when the stream never told
 * @param span what the session covers
 * @param limits what counted as too long
 * @param totals sums over all loops
 * @param loops all loops, by number
 * @param loopGroups the same, loops of a group put together, by name
 * @param longestRuns at most {@link ReportBuilder#MAX_RUNS}, longest first
 * @param alerts the newest alerts that are kept one by one, oldest first
 * @param alertGroups all alerts, repeats put together, the group that came last first
 * @param flows at most {@link ReportBuilder#MAX_FLOWS}, longest first
 * @param flowsComplete whether every kept run was looked at for flows
 * @param pauses all JVM pauses
 * @param gaps all losses
 * @param virtualThreads what they did, null when the process has no scheduler for them
 * @param pinned virtual threads that kept their carriers, most time first
 * @param warnings what frameworks warned of, oldest first
 * @param frameworks what is seen of each
 * @param coverage what is instrumented and what is not
 * @param agent what the agent cost, null when it never told
 */
public record Report(
    int format,
    SessionFacts.@Nullable Target process,
    SessionFacts.Span span,
    SessionFacts.Limits limits,
    SessionFacts.Totals totals,
    List<LoopFacts> loops,
    List<LoopGroupFacts> loopGroups,
    List<RunFacts> longestRuns,
    List<AlertFacts> alerts,
    List<GroupFacts> alertGroups,
    List<FlowFacts> flows,
    boolean flowsComplete,
    List<SessionFacts.Pause> pauses,
    List<SessionFacts.Gap> gaps,
    @Nullable VirtualThreadFacts virtualThreads,
    List<PinnedFacts> pinned,
    List<WarningFacts> warnings,
    List<FrameworkFacts> frameworks,
    List<SessionFacts.Point> coverage,
    SessionFacts.@Nullable AgentCost agent) {

  /** What this build writes. */
  public static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Looks at all that is kept; for a thread that may take a moment. */
  public static Report of(Trace trace, AlertLog alerts) {
    return new ReportBuilder(trace).build(alerts);
  }

  /** For people, in aligned columns, at most about 120 wide. */
  public String toText() {
    return new ReportText(this).toString();
  }

  /** For programs; {@code docs/report-json.md} has the fields. Ends with a line break. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of numbers and texts can always be written", e);
    }
  }

  /** Writes {@link #toJson()} into {@code file}, replacing what is there. */
  public void writeJson(Path file) throws IOException {
    Files.writeString(file, toJson());
  }
}
