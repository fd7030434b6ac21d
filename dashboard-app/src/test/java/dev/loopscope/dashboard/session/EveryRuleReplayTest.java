package dev.loopscope.dashboard.session;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static dev.loopscope.dashboard.plain.Frames.run;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static dev.loopscope.dashboard.plain.Frames.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Warning;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session in which every rule fires and the limits change, seen live and from its recording. */
class EveryRuleReplayTest {

  private static final Settings STRICTER =
      new Settings(30 * MS, Map.of("netty-nio", 40 * MS), 1_000);

  private static final List<Frame> STREAM =
      List.of(
          Frames.hello(),
          Frames.names(),
          new Command.Configure(STRICTER),
          // a wait of 45 ms: over the stricter limit alone
          runs(task(1, 0, 1000, 1045, 1055)),
          waiting(2200),
          pending(3000, 12),
          pending(3100, 400),
          pending(3200, 900),
          pending(3300, 4512),
          pending(3500, 3),
          new Gap(LOOP, 4000 * MS, 4010 * MS, 12, "its ring was full"),
          new GroupBatch(
              LOOP,
              List.of(
                  new GroupBatch.Group(
                      5000 * MS, 5100 * MS, 90 * MS, 0, 5000, 0, 12, MS, 1, 0, List.of())),
              new LogHistogram(),
              new LogHistogram()),
          stall(1, 7, 6000, 6180, 0),
          stall(1, 7, 6000, 6180, 6340),
          runs(run(7, 0, RunKind.TASK, Outcome.DONE, 5990, 6000, 6340)),
          new Pause(Pause.Cause.GC, 7000 * MS, 7200 * MS, "G1"),
          new Pinned(LOOP, 7300 * MS, 7420 * MS, "reader", 31, SLEEP_STACK, 1, "native frame"),
          new Warning(LOOP, 7500 * MS, "Vert.x", "blocked for 220 ms"),
          deadlock(7600),
          waiting(8000),
          Frames.bye(9000));

  @TempDir private Path folder;

  @Test
  void replayTellsTheSameOfEveryRuleAndOfLimitsThatChanged() throws IOException {
    FrameIntake live = FrameIntake.intoNewStore();
    STREAM.forEach(live);
    assertThat(live.alerts().alerts()).extracting(Alert::rule).contains(AlertKind.values());

    try (Session replay = ReplaySession.open(recorded(), FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(replay.trace().settings()).isEqualTo(STRICTER);
      assertThat(replay.alerts().alerts()).isEqualTo(live.alerts().alerts());
      assertThat(replay.alerts().groups()).isEqualTo(live.alerts().groups());
      Report report = Report.of(replay.trace(), replay.alerts());
      assertThat(report.totals().merged()).isEqualTo(5000);
      assertThat(report).isEqualTo(Report.of(live.trace(), live.alerts()));
    }
  }

  private Path recorded() throws IOException {
    Path file = folder.resolve("all.loopscope");
    try (Spool spool = new Spool()) {
      for (Frame frame : STREAM) {
        spool.write(frame);
      }
      spool.saveTo(file);
    }
    return file;
  }

  private static LoopState pending(long at, long tasks) {
    LoopState state = waiting(at);
    return new LoopState(
        state.loop(),
        state.atNanos(),
        LoopState.Activity.BETWEEN,
        state.sinceNanos(),
        null,
        tasks,
        state.totals());
  }

  private static Stall deadlock(long at) {
    return new Stall(
        2,
        0,
        new OpenRun(0, 0, 0, RunKind.TASK, 0, 0, at * MS, 0),
        0,
        at * MS,
        0,
        List.of(new Stall.Sample(at * MS, SLEEP_STACK, Thread.State.BLOCKED)),
        0,
        -1,
        List.of(new Stall.Share(Stall.Cause.LOCK, 0, "BLOCKED on a.A@1", "a.A@1")),
        List.of(
            new Stall.Holder("a.A@1", 31, "one", 0, Thread.State.BLOCKED, SLEEP_STACK),
            new Stall.Holder("a.B@2", 32, "two", 0, Thread.State.BLOCKED, SLEEP_STACK)),
        true);
  }
}
