package dev.loopscope.dashboard.session;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.analysis.verdict.Verdicts;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A minute of a troubled server, seen live, from a recording, and by somebody who joined late.
 * Every ten seconds the same things go wrong, so that repeats group.
 */
class LiveAndReplayTest {

  private static final int ROUNDS = 6;
  private static final int ROUND_MILLIS = 10_000;
  private static final List<Frame> STREAM = stream();

  @TempDir Path folder;

  private final FrameIntake live = FrameIntake.intoNewStore();

  @Test
  void replayTellsTheSameAlertsAndGroupsInTheSameWords() throws IOException {
    STREAM.forEach(live);
    Path file = Recordings.write(folder.resolve("whole.loopscope"), STREAM);
    try (Session replay = read(file)) {
      assertThat(live.alerts().groups())
          .extracting(group -> group.key().rule())
          .contains(
              AlertKind.BLOCKED,
              AlertKind.PINNED,
              AlertKind.WARNING,
              AlertKind.FAILING,
              AlertKind.PAUSE);
      assertThat(replay.alerts().alerts()).isEqualTo(live.alerts().alerts());
      assertThat(replay.alerts().groups()).isEqualTo(live.alerts().groups());
      assertThat(sentences(replay.trace())).isEqualTo(sentences(live.trace())).hasSize(ROUNDS);
      assertThat(Report.of(replay.trace(), replay.alerts()))
          .isEqualTo(Report.of(live.trace(), live.alerts()));
    }
  }

  @Test
  void replayTellsWhatTheFrameworksToldBesidesRuns() throws IOException {
    STREAM.forEach(live);
    Path file = Recordings.write(folder.resolve("whole.loopscope"), STREAM);
    try (Session replay = read(file)) {
      TimeSpan all = live.trace().extent();
      Trace trace = replay.trace();
      assertThat(trace.pinned(all)).isEqualTo(live.trace().pinned(all)).hasSize(ROUNDS);
      assertThat(trace.warnings(all)).isEqualTo(live.trace().warnings(all)).hasSize(ROUNDS);
      assertThat(trace.virtualThreads(all))
          .isEqualTo(live.trace().virtualThreads(all))
          .hasSize(ROUNDS);
      assertThat(trace.facts(LOOP)).isEqualTo(live.trace().facts(LOOP)).isNotNull();
    }
  }

  @Test
  void whoJoinsLateTellsTheSameOfAllThatHappenedSince() throws IOException {
    long since = 3L * ROUND_MILLIS;
    // one that saw nothing of what went wrong before, but attached when the others did
    FrameIntake fromThenOn = FrameIntake.intoNewStore();
    STREAM.stream().filter(frame -> !isTroubleBefore(frame, since)).forEach(fromThenOn);

    try (Session late = read(clip(since, (long) ROUNDS * ROUND_MILLIS))) {
      assertThat(late.alerts().groups())
          .extracting(LiveAndReplayTest::told)
          .isEqualTo(fromThenOn.alerts().groups().stream().map(LiveAndReplayTest::told).toList())
          .isNotEmpty();
      assertThat(sentences(late.trace())).isEqualTo(sentences(fromThenOn.trace())).hasSize(3);
    }
  }

  @Test
  void whoJoinsBetweenTwoReportsKnowsTheNewestFactsAndCarriers() throws IOException {
    // after everything of the second round was told, before the third begins
    try (Session late = read(clip(ROUND_MILLIS + 7_000, ROUND_MILLIS + 8_000))) {
      TimeSpan all = new TimeSpan(0, Long.MAX_VALUE / 4);
      assertThat(late.trace().virtualThreads(all))
          .last()
          .extracting(VirtualThreads::started)
          .isEqualTo(200L);
      assertThat(late.trace().facts(LOOP)).extracting(LoopFacts::channels).isEqualTo(2L);
    }
  }

  @Test
  void clipSpansWhatItHoldsNotTheTimeSinceAttach() throws IOException {
    long since = 3L * ROUND_MILLIS;
    try (Session late = read(clip(since, since + 9_000))) {
      TimeSpan extent = late.trace().extent();
      assertThat(extent.fromNanos()).isBetween((since - 2_000) * MS, since * MS);
      Report report = Report.of(late.trace(), late.alerts());
      assertThat(report.span().start().nanoTime()).isEqualTo(extent.fromNanos());
      assertThat(report.span().start().sinceStartNanos()).isZero();
      assertThat(report.span().durationNanos()).isBetween(7_000 * MS, 12_000 * MS);
      assertThat(report.loops().get(0).lag().count()).isEqualTo(report.span().durationNanos());
    }
  }

  @Test
  void stallThatBeganBeforeSomebodyJoinedIsTheSameAlert() throws IOException {
    List<Frame> frames =
        List.of(
            Frames.hello(),
            Frames.names(),
            Frames.running(7, 1000, 1040),
            Frames.stall(1, 7, 1000, 1180, 0),
            Frames.running(7, 1000, 3000),
            Frames.running(7, 1000, 5000),
            Frames.running(7, 1000, 7000),
            Frames.stall(1, 7, 1000, 1180, 9000),
            Frames.runs(Frames.run(7, 0, RunKind.TASK, Outcome.DONE, 990, 1000, 9000)),
            Frames.waiting(9100));
    frames.forEach(live);
    try (Session late = read(clip(frames, 5000, 9100))) {
      assertThat(told(late.alerts().groups().get(0)))
          .isEqualTo(told(live.alerts().groups().get(0)));
      assertThat(late.alerts().alerts()).hasSize(1);
    }
  }

  /** What the table of alerts shows of a group. */
  private record Told(
      AlertKind rule,
      String where,
      String what,
      long count,
      long firstNanos,
      long lastNanos,
      long worstNanos,
      long totalNanos,
      boolean open,
      String sentence) {}

  private static Told told(AlertGroup group) {
    return new Told(
        group.key().rule(),
        group.key().where(),
        group.key().what(),
        group.count(),
        group.firstNanos(),
        group.lastNanos(),
        group.worstNanos(),
        group.totalNanos(),
        group.open(),
        group.worst().sentence());
  }

  private static List<String> sentences(Trace trace) {
    Verdicts verdicts = new Verdicts(trace);
    return trace.stalls().stream().map(stall -> verdicts.of(stall).sentence()).toList();
  }

  private static boolean isTroubleBefore(Frame frame, long millis) {
    if (frame instanceof Stall stall) {
      return stall.detectedNanos() < millis * MS;
    } else if (frame instanceof RunBatch batch) {
      return batch.runs().startNanos(0) < millis * MS;
    } else if (frame instanceof Pinned pinned) {
      return pinned.fromNanos() < millis * MS;
    } else if (frame instanceof Warning warning) {
      return warning.atNanos() < millis * MS;
    }
    return frame instanceof Pause pause && pause.fromNanos() < millis * MS;
  }

  private Path clip(long fromMillis, long toMillis) throws IOException {
    return clip(STREAM, fromMillis, toMillis);
  }

  private Path clip(List<Frame> frames, long fromMillis, long toMillis) throws IOException {
    Path file = folder.resolve("clip.loopscope");
    try (Spool spool = new Spool()) {
      for (Frame frame : frames) {
        spool.write(frame);
      }
      spool.saveTo(file, fromMillis * MS, toMillis * MS);
    }
    return file;
  }

  private static Session read(Path file) throws IOException {
    Session session = ReplaySession.open(file, FrameIntake.intoNewStore());
    Await.over(session);
    return session;
  }

  private static List<Frame> stream() {
    List<Frame> frames = new ArrayList<>(List.of(Frames.hello(), Frames.names()));
    for (int round = 0; round < ROUNDS; round++) {
      long at = (long) round * ROUND_MILLIS;
      int number = round + 1;
      frames.add(Frames.stall(number, number * 100L, at + 1000, at + 1180, 0));
      frames.add(Frames.waiting(at + 1200));
      frames.add(
          new Warning(LOOP, (at + 1220) * MS, "Vert.x BlockedThreadChecker", "blocked for 220 ms"));
      frames.add(
          Frames.stall(number, number * 100L, at + 1000, at + 1180, at + 1340 + 10L * round));
      frames.add(
          Frames.runs(
              Frames.run(
                  number * 100L,
                  0,
                  RunKind.TASK,
                  Outcome.DONE,
                  at + 990,
                  at + 1000,
                  at + 1340 + 10L * round),
              Frames.task(number * 100L + 1, 0, at + 1010, at + 1500, at + 1501)));
      frames.add(
          Frames.runs(
              Frames.run(
                  number * 100L + 2,
                  0,
                  RunKind.TASK,
                  Outcome.FAILED,
                  at + 1990,
                  at + 2000,
                  at + 2001)));
      frames.add(
          new Pinned(
              LOOP,
              (at + 3000) * MS,
              (at + 3120 + number) * MS,
              "",
              30 + number,
              SLEEP_STACK,
              1,
              "Native or VM frame on stack"));
      frames.add(
          new VirtualThreads((at + 3500) * MS, 100L * number, 90L * number, number, 2, 2, 1, 0));
      frames.add(new LoopFacts(LOOP, (at + 3600) * MS, number, 0, 0, List.of()));
      frames.add(new Pause(Pause.Cause.GC, (at + 5000) * MS, (at + 5200) * MS, "G1"));
      frames.add(Frames.waiting(at + 6500));
      frames.add(Frames.waiting(at + 8000));
      frames.add(Frames.waiting(at + 9900));
    }
    frames.add(Frames.bye((long) ROUNDS * ROUND_MILLIS));
    return frames;
  }
}
