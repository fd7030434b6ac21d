package dev.loopscope.dashboard.analysis.verdict;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static final int WRITER_STACK = 9;
  private static final String CALLED = ", called by ChatHandler.onMessage (ChatHandler.java:42)";

  private final TraceStore trace = new TraceStore();

  VerdictsTest() {
    see(
        Frames.hello(),
        Frames.names(),
        new Definitions(
            List.of(),
            List.of(),
            List.of(
                new Definitions.Stack(
                    WRITER_STACK,
                    List.of(
                        new StackFrame("java.io.FileOutputStream", "write", "", -2, Origin.JDK),
                        new StackFrame(
                            "com.example.Store", "flush", "Store.java", 7, Origin.APPLICATION))))));
  }

  @Test
  void sentenceIsWhatAPersonWouldSay() {
    List<Run> after = new ArrayList<>();
    for (int i = 0; i < 1204; i++) {
      after.add(task(100 + i, 0, 1002 + i / 10, 1340, 1340));
    }
    see(runs(task(7, 0, 1000, 1000, 1340)), runs(after.toArray(new Run[0])));
    see(runs(task(5000, 0, 1500, 1501, 1502)));
    assertThat(verdict(stall(1, 7, 1000, 1300, 1340)).sentence())
        .isEqualTo(
            "worker-2 was blocked 340 ms in Thread.sleep"
                + CALLED
                + "; 1,204 tasks waited, the longest 338 ms");
  }

  @Test
  void stallThatLastsIsToldInThePresentWithTheTasksThatWaitNow() {
    see(stall(1, 7, 1000, 1180, 0));
    see(
        new LoopState(
            LOOP,
            1200 * MS,
            LoopState.Activity.RUNNING,
            1000 * MS,
            stall(1, 7, 1000, 1180, 0).run(),
            1204,
            new LoopState.Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, -1)));
    assertThat(verdict(stall(1, 7, 1000, 1180, 0)).sentence())
        .isEqualTo(
            "worker-2 has been blocked for 200 ms in Thread.sleep" + CALLED + "; 1,204 tasks wait");
  }

  @Test
  void lockNamesWhoHoldsIt() {
    assertThat(
            verdict(stalled(List.of(new Share(Cause.LOCK, 340 * MS, "")), List.of(writer())))
                .sentence())
        .isEqualTo(
            "worker-2 was blocked 340 ms in a lock held by \"writer\" (in Store.flush)" + CALLED);
  }

  @Test
  void mixedCausesHaveTheirParts() {
    Verdict verdict =
        verdict(
            stalled(
                List.of(
                    new Share(Cause.LOCK, 230 * MS, "3 of 4 samples BLOCKED", "Store"),
                    new Share(Cause.GC, 40 * MS, "", "G1"),
                    new Share(Cause.CPU, 5 * MS, "")),
                List.of(writer())));
    assertThat(verdict.sentence())
        .isEqualTo(
            "worker-2 was blocked 340 ms, 230 ms of it in a lock held by \"writer\" (in"
                + " Store.flush) and 40 ms GC (G1)"
                + CALLED);
    assertThat(verdict.causes().get(0).text())
        .isEqualTo("lock of Store: 230 ms, 68 % (3 of 4 samples BLOCKED)");
    assertThat(verdict.holders().get(0).text())
        .isEqualTo("\"writer\" (in Store.flush) holds Store");
    assertThat(verdict.holders().get(0).stack()).hasSize(2);
  }

  @Test
  void blockingCallNamesItsPeer() {
    assertThat(
            verdict(
                    stalled(
                        List.of(new Share(Cause.BLOCKING_IO, 340 * MS, "", "db.example.com:5432")),
                        List.of()))
                .sentence())
        .isEqualTo("worker-2 was blocked 340 ms in Thread.sleep (db.example.com:5432)" + CALLED);
  }

  @Test
  void storyGoesUpToTheRootOfTheFlow() {
    see(runs(run(1, 0, RunKind.IO, 10), run(2, 1, RunKind.TASK, 20), run(3, 2, RunKind.TIMER, 30)));
    Stall seen = stall(1, 7, 1000, 1300, 1340);
    Verdict verdict = verdict(withParent(seen, 3, 988));
    assertThat(verdict.story().parents())
        .extracting(TaskStory.Step::run)
        .containsExactly(3L, 2L, 1L);
    assertThat(TaskStories.sentence(verdict.story()))
        .isEqualTo(
            "The task ChatHandler$Push had waited 12 ms; it was submitted by timer"
                + " ChatHandler$Push on worker-2, which was submitted by task ChatHandler$Push on"
                + " worker-2, which was submitted by I/O phase on worker-2");
  }

  @Test
  void runsThatCausedEachOtherEndTheStory() {
    see(runs(run(1, 2, RunKind.TASK, 10), run(2, 1, RunKind.TASK, 20)));
    assertThat(verdict(withParent(stall(1, 7, 1000, 1300, 1340), 1, 1000)).story().parents())
        .hasSize(2);
  }

  @Test
  void withoutAParentTheSubmittingThreadIsNamed() {
    assertThat(TaskStories.sentence(verdict(stall(1, 7, 1000, 1300, 1340)).story()))
        .isEqualTo("The task ChatHandler$Push had waited 0 ns; it was submitted by worker-2");
  }

  private Verdict verdict(Stall stall) {
    see(stall);
    return new Verdicts(trace).of(stall);
  }

  private static Stall.Holder writer() {
    return new Stall.Holder(
        "com.example.Store@5e", 31, "writer", 0, Thread.State.RUNNABLE, WRITER_STACK);
  }

  private static Stall stalled(List<Share> shares, List<Stall.Holder> holders) {
    Stall seen = stall(1, 7, 1000, 1300, 1340);
    return new Stall(
        1,
        LOOP,
        seen.run(),
        50 * MS,
        1050 * MS,
        1340 * MS,
        seen.samples(),
        SLEEP_STACK,
        1,
        shares,
        holders,
        false);
  }

  private static Stall withParent(Stall stall, long parent, long submitted) {
    OpenRun run = stall.run();
    return new Stall(
        stall.id(),
        stall.loop(),
        new OpenRun(run.id(), parent, PUSH, RunKind.TASK, submitted * MS, 0, run.startNanos(), 20),
        50 * MS,
        stall.detectedNanos(),
        stall.endNanos(),
        stall.samples(),
        SLEEP_STACK,
        1,
        stall.shares());
  }

  private static Run run(long id, long parent, RunKind kind, long start) {
    return Frames.run(
        id, parent, kind, dev.loopscope.protocol.Outcome.DONE, start, start, start + 1);
  }

  private void see(Frame... frames) {
    for (Frame frame : frames) {
      trace.accept(frame);
    }
  }
}
