package dev.loopscope.dashboard.analysis;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.run;
import static dev.loopscope.dashboard.plain.Frames.running;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.analysis.DelayExplanation.TypeShare;
import dev.loopscope.dashboard.analysis.verdict.DelayWords;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DelayQueryTest {

  private static final int FLUSH = 2;

  private final TraceStore trace = new TraceStore();

  DelayQueryTest() {
    see(
        Frames.hello(),
        Frames.names(),
        new Definitions(
            List.of(),
            List.of(new Definitions.TaskType(FLUSH, "com.example.FlushTask")),
            List.of()));
  }

  @Test
  void whatRanWhileItWaitedIsSharedOutExactly() {
    see(
        runs(
            task(1, 0, 900, 900, 1010),
            flush(2, 1010, 1067),
            run(3, 0, RunKind.IO, Outcome.DONE, 0, 1067, 1070),
            task(4, 0, 1000, 1080, 1081)));
    DelayExplanation why = new DelayQuery(trace).of(LOOP, task(4, 0, 1000, 1080, 1081));

    assertThat(why.span()).isEqualTo(new TimeSpan(1000 * MS, 1080 * MS));
    assertThat(why.runs()).isEqualTo(2);
    assertThat(why.types())
        .containsExactly(
            new TypeShare(FLUSH, "com.example.FlushTask", 1, 57 * MS),
            new TypeShare(PUSH, "com.example.ChatHandler$Push", 1, 10 * MS));
    assertThat(why.ioNanos()).isEqualTo(3 * MS);
    assertThat(why.pausedNanos()).isZero();
    assertThat(why.restNanos()).isEqualTo(10 * MS);
    assertThat(why.exact()).isTrue();
    assertThat(DelayWords.waited(why))
        .isEqualTo(
            "waited 80 ms behind 2 runs, 71 % FlushTask, 13 % ChatHandler$Push, 13 % nothing"
                + " known");
  }

  @Test
  void pauseIsChargedToNoRun() {
    see(
        new Pause(Pause.Cause.GC, 1020 * MS, 1050 * MS, ""),
        new Pause(Pause.Cause.SAFEPOINT, 1020 * MS, 1052 * MS, ""),
        runs(flush(1, 1000, 1080), task(2, 0, 1000, 1080, 1081)));
    DelayExplanation why = new DelayQuery(trace).of(LOOP, task(2, 0, 1000, 1080, 1081));
    assertThat(why.types()).extracting(TypeShare::nanos).containsExactly(48 * MS);
    assertThat(why.pausedNanos()).isEqualTo(32 * MS);
    assertThat(why.restNanos()).isZero();
  }

  @Test
  void mergedRunsWithinTheSpanAreExact() {
    see(group(1000, 1060, 50, new GroupBatch.TypeTotal(FLUSH, 400, 42 * MS)));
    DelayExplanation why = explain(1000, 1080);
    assertThat(why.exact()).isTrue();
    assertThat(why.runs()).isEqualTo(412);
    assertThat(why.types())
        .containsExactly(
            new TypeShare(FLUSH, "com.example.FlushTask", 400, 42 * MS),
            new TypeShare(0, "(unknown type)", 12, 8 * MS));
    assertThat(why.restNanos()).isEqualTo(30 * MS);
  }

  @Test
  void mergedRunsThatReachOutOfTheSpanAreAnEstimate() {
    see(group(900, 1100, 200, new GroupBatch.TypeTotal(FLUSH, 412, 200 * MS)));
    DelayExplanation why = explain(1000, 1050);
    assertThat(why.exact()).isFalse();
    assertThat(why.types().get(0).nanos()).isEqualTo(50 * MS);
    assertThat(why.restNanos()).isZero();
  }

  @Test
  void runThatHasNotEndedFillsTheTimeToo() {
    see(runs(flush(1, 1000, 1010)), running(7, 1010, 1500));
    DelayExplanation why = explain(1000, 1500);
    assertThat(why.types())
        .containsExactly(
            new TypeShare(PUSH, "com.example.ChatHandler$Push", 1, 490 * MS),
            new TypeShare(FLUSH, "com.example.FlushTask", 1, 10 * MS));
  }

  @Test
  void spanInWhichNothingRanSaysSo() {
    DelayExplanation why = explain(1000, 1080);
    assertThat(why.restNanos()).isEqualTo(80 * MS);
    assertThat(DelayWords.waited(why)).isEqualTo("waited 80 ms while nothing known ran there");
  }

  @Test
  void longestWaitOfASpanIsFound() {
    see(
        runs(
            task(1, 0, 1000, 1010, 1011),
            task(2, 0, 1000, 1070, 1071),
            task(3, 0, 1080, 1081, 1082)));
    assertThat(worst(1000, 1081, Long.MAX_VALUE)).isEqualTo(new TimeSpan(1000 * MS, 1070 * MS));
    assertThat(worst(1000, 1081, 69 * MS)).isEqualTo(new TimeSpan(1000 * MS, 1010 * MS));
    assertThat(worst(2000, 2001, Long.MAX_VALUE)).isNull();
  }

  private @Nullable TimeSpan worst(long from, long to, long mostNanos) {
    DelayExplanation why =
        new DelayQuery(trace).worst(LOOP, new TimeSpan(from * MS, to * MS), mostNanos);
    return why == null ? null : why.span();
  }

  private DelayExplanation explain(long from, long to) {
    return new DelayQuery(trace).of(LOOP, new TimeSpan(from * MS, to * MS));
  }

  private void see(Frame... frames) {
    for (Frame frame : frames) {
      trace.accept(frame);
    }
  }

  private static Run flush(long id, long start, long end) {
    return new Run(id, 0, FLUSH, RunKind.TASK, Outcome.DONE, 0, 0, start * MS, end * MS, 0, 0);
  }

  private static GroupBatch group(long from, long to, long busy, GroupBatch.TypeTotal type) {
    return new GroupBatch(
        LOOP,
        List.of(
            new GroupBatch.Group(
                from * MS, to * MS, busy * MS, 0, 412, 0, 0, MS, FLUSH, 0, List.of(type))),
        new LogHistogram(),
        new LogHistogram());
  }
}
