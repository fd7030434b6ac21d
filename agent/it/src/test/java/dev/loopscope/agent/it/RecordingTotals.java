package dev.loopscope.agent.it;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.recording.RecordingEnd;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a recording says in sum, counted three ways: totals of loops, single runs, and groups. */
final class RecordingTotals {

  final Map<Integer, LoopState> states = new HashMap<>();
  final RecordingEnd end;
  long singleFinished;
  long singleFailed;
  long singleCancelled;
  long singleIo;
  long mergedFinished;
  long mergedFailed;
  long mergedIo;
  long durationsCounted;
  long lost;
  long lastNanos;
  int undefined;
  @Nullable Bye bye;

  private @Nullable Stats stats;
  private final Set<Integer> types = new HashSet<>(Set.of(0));
  private final Set<Integer> loops = new HashSet<>(Set.of(0));

  private RecordingTotals(Path file) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        take(frame);
      }
      end = reader.end();
    }
  }

  static RecordingTotals of(Path file) throws IOException {
    return new RecordingTotals(file);
  }

  /** The last of the agent's own costs. */
  Stats stats() {
    return Objects.requireNonNull(stats, "the recording has no Stats");
  }

  private void take(Frame frame) {
    if (frame instanceof Definitions definitions) {
      definitions.types().forEach(type -> types.add(type.id()));
      definitions.loops().forEach(loop -> loops.add(loop.id()));
    } else if (frame instanceof RunBatch batch) {
      takeRuns(batch.loop(), batch.runs());
    } else if (frame instanceof GroupBatch batch) {
      takeGroups(batch);
    } else if (frame instanceof Gap gap) {
      lost += gap.lost();
    } else if (frame instanceof LoopState state) {
      undefined += loops.contains(state.loop()) ? 0 : 1;
      states.put(state.loop(), state);
      lastNanos = Math.max(lastNanos, state.atNanos());
    } else if (frame instanceof Stats told) {
      stats = told;
    } else if (frame instanceof Bye last) {
      bye = last;
    }
  }

  private void takeRuns(int loop, RunColumns runs) {
    undefined += loops.contains(loop) ? 0 : 1;
    for (int i = 0; i < runs.size(); i++) {
      undefined += types.contains(runs.type(i)) ? 0 : 1;
      RunKind kind = runs.run(i).kind();
      Outcome outcome = runs.run(i).outcome();
      if (kind == RunKind.IO) {
        singleIo++;
      } else if (kind != RunKind.INTERNAL && outcome == Outcome.CANCELLED) {
        singleCancelled++;
      } else if (kind != RunKind.INTERNAL) {
        singleFinished++;
        singleFailed += outcome == Outcome.FAILED ? 1 : 0;
      }
    }
  }

  private void takeGroups(GroupBatch batch) {
    undefined += loops.contains(batch.loop()) ? 0 : 1;
    for (GroupBatch.Group group : batch.groups()) {
      mergedFinished += group.count();
      mergedFailed += group.failed();
      mergedIo += group.ioCount();
      for (GroupBatch.TypeTotal type : group.types()) {
        undefined += types.contains(type.type()) ? 0 : 1;
      }
    }
    durationsCounted += batch.durations().total();
  }

  /** In the words of {@link OwnCounts}. */
  String inWords() {
    long submitted = 0;
    long finished = 0;
    long failed = 0;
    long cancelled = 0;
    for (LoopState state : states.values()) {
      submitted += state.totals().submitted();
      finished += state.totals().finished();
      failed += state.totals().failed();
      cancelled += state.totals().cancelled();
    }
    return "submitted=%d done=%d failed=%d cancelled=%d"
        .formatted(submitted, finished - failed, failed, cancelled);
  }
}
