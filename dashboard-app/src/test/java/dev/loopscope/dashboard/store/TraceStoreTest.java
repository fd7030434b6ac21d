package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.busyLoop;
import static dev.loopscope.dashboard.store.Samples.group;
import static dev.loopscope.dashboard.store.Samples.groups;
import static dev.loopscope.dashboard.store.Samples.open;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.state;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.TaskType;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceStoreTest {

  private final TraceStore store = new TraceStore();

  private static Stall stall(long id, int loop, long endNanos) {
    return new Stall(
        id,
        loop,
        open(70 + id, 0),
        50 * MS,
        ATTACHED + 60 * MS,
        endNanos,
        List.of(),
        0,
        -1,
        List.of());
  }

  @Test
  void isEmptyBeforeTheFirstFrame() {
    assertThat(store.extent()).isEqualTo(TimeSpan.EMPTY);
    assertThat(store.loops()).isEmpty();
    assertThat(store.hello()).isNull();
    assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(store.version()).isZero();
  }

  @Test
  void extendsFromAttachToTheNewestTimeOfAnyFrame() {
    store.accept(Samples.hello());
    assertThat(store.extent()).isEqualTo(span(0, 0));
    store.accept(batch(1, task(1, 0, 0, 5 * MS)));
    store.accept(new Pause(Pause.Cause.GC, ATTACHED + MS, ATTACHED + 9 * MS, ""));
    store.accept(batch(2, task(2, 0, 0, 7 * MS)));
    assertThat(store.extent()).isEqualTo(span(0, 9 * MS));
    store.accept(new Bye(ATTACHED + SECOND, Bye.Reason.DETACHED, ""));
    assertThat(store.extent()).isEqualTo(span(0, SECOND));
  }

  @Test
  void partOfALongerSessionBeginsWhereItsFramesDo() {
    store.beginAt(ATTACHED + SECOND);
    store.accept(Samples.hello());
    store.accept(state(1, 900 * MS, null, 0));
    assertThat(store.extent()).isEqualTo(span(SECOND, SECOND));
    store.accept(state(1, 3 * SECOND, null, 0));
    assertThat(store.extent()).isEqualTo(span(SECOND, 3 * SECOND));
  }

  @Test
  void deadlockWithoutALoopMakesNoLane() {
    store.accept(stall(1, 0, 0));
    assertThat(store.stalls()).hasSize(1);
    assertThat(store.loops()).isEmpty();
    assertThat(store.loop(0)).isNull();
  }

  @Test
  void namesWhatWasDefinedAndSaysWhatWasNot() {
    Stack stack = new Stack(4, List.of());
    store.accept(
        new Definitions(List.of(), List.of(new TaskType(3, "app.Handler")), List.of(stack)));
    assertThat(store.typeName(3)).isEqualTo("app.Handler");
    assertThat(store.typeName(0)).isNotEmpty();
    assertThat(store.typeName(99)).contains("99");
    assertThat(store.stack(4)).isEqualTo(stack);
    assertThat(store.stack(5)).isNull();
  }

  @Test
  void aLoopMayRunBeforeItIsDefined() {
    store.accept(batch(5, task(1, 0, 0, MS)));
    assertThat(store.loops()).extracting(LoopInfo::id).containsExactly(5);
    store.accept(Samples.loop(5));
    assertThat(store.loops()).extracting(info -> info.loop().name()).containsExactly("worker-5");
    assertThat(store.runs(5, span(0, SECOND), 0, 10)).hasSize(1);
  }

  @Test
  void unknownLoopsAnswerWithNothing() {
    assertThat(store.loop(9)).isNull();
    assertThat(store.runs(9, span(0, MS), 0, 10)).isEmpty();
    assertThat(store.groups(9, span(0, MS), 10)).isEmpty();
    assertThat(store.neighbour(9, 0, true)).isNull();
    assertThat(store.find(9)).isNull();
    assertThat(store.detail(9)).isEqualTo(TimeSpan.EMPTY);
    assertThat(store.series(9, span(0, MS), 2).lagMaxNanos()).containsExactly(-1, -1);
  }

  @Test
  void settingsFollowTheLastCommand() {
    store.accept(Samples.hello());
    Settings changed = new Settings(MS, Map.of("netty-nio", 2 * MS), 5);
    store.accept(new Command.Configure(changed));
    store.accept(Samples.hello());
    assertThat(store.settings()).isEqualTo(changed);
  }

  @Test
  void aStallIsOneWhateverNumberOfFramesTellOfIt() {
    store.accept(stall(1, 3, 0));
    store.accept(stall(2, 4, 0));
    assertThat(store.loops()).extracting(LoopInfo::blocked).containsExactly(true, true);
    store.accept(stall(1, 3, ATTACHED + 80 * MS));
    assertThat(store.stalls()).extracting(Stall::id).containsExactly(1L, 2L);
    assertThat(store.stalls().get(0).isOpen()).isFalse();
    assertThat(store.loops()).extracting(LoopInfo::blocked).containsExactly(false, true);
  }

  @Test
  void theEndOfItsRunEndsAStall() {
    store.accept(stall(1, 3, 0));
    store.accept(batch(3, task(71, 0, 0, 90 * MS)));
    assertThat(store.loops()).extracting(LoopInfo::blocked).containsExactly(false);
  }

  @Test
  void findsARunOnWhicheverLoopItRan() {
    store.accept(batch(1, task(1, 0, 0, MS)));
    store.accept(batch(2, task(5, 0, 0, MS), task(6, 0, 2 * MS, 3 * MS)));
    assertThat(store.find(6)).isEqualTo(new Trace.LocatedRun(2, task(6, 0, 2 * MS, 3 * MS)));
  }

  @Test
  void pausesAndGapsAreInOrderOfTime() {
    Pause first = new Pause(Pause.Cause.GC, ATTACHED, ATTACHED + SECOND, "");
    Pause second = new Pause(Pause.Cause.SAFEPOINT, ATTACHED + 5 * MS, ATTACHED + 6 * MS, "");
    store.accept(second);
    store.accept(first);
    store.accept(new Gap(0, ATTACHED, ATTACHED + MS, 5, ""));
    assertThat(store.pauses(span(0, SECOND))).containsExactly(first, second);
    assertThat(store.pauses(span(100 * MS, SECOND))).containsExactly(first);
    assertThat(store.gaps(span(0, SECOND))).hasSize(1);
    assertThat(store.gaps(span(2 * MS, SECOND))).isEmpty();
  }

  @Test
  void everyFrameRaisesTheVersion() {
    long before = store.version();
    store.accept(Samples.loop(1));
    assertThat(store.version()).isGreaterThan(before);
  }

  @Test
  void timesThatNobodyCanHaveMeasuredAreLeftOut() {
    store.accept(Samples.hello());
    Run wild = task(1, 0, Long.MAX_VALUE - 2 * ATTACHED, Long.MAX_VALUE - ATTACHED);
    store.accept(batch(1, wild, task(2, 0, 0, MS)));
    store.accept(state(1, Long.MIN_VALUE / 2, null, 0));
    assertThat(store.extent()).isEqualTo(span(0, MS));
    assertThat(store.runs(1, span(0, SECOND), 0, 9)).extracting(Run::id).containsExactly(2L);
  }

  @Test
  void theSameFramesGiveTheSameAnswers() {
    List<Frame> frames = session(new Random(11));
    TraceStore live = new TraceStore();
    TraceStore replay = new TraceStore();
    frames.forEach(live::accept);
    frames.forEach(replay::accept);
    assertThat(replay.extent()).isEqualTo(live.extent());
    assertThat(replay.loops()).isEqualTo(live.loops());
    TimeSpan all = live.extent();
    for (LoopInfo loop : live.loops()) {
      assertThat(replay.series(loop.id(), all, 50))
          .usingRecursiveComparison()
          .isEqualTo(live.series(loop.id(), all, 50));
      assertThat(replay.runs(loop.id(), all, 0, 100)).isEqualTo(live.runs(loop.id(), all, 0, 100));
      LaneCells a = new LaneCells();
      LaneCells b = new LaneCells();
      a.prepare(all, 500);
      b.prepare(all, 500);
      live.lane(loop.id(), a);
      replay.lane(loop.id(), b);
      assertThat(b).usingRecursiveComparison().isEqualTo(a);
    }
    assertThat(replay.memoryBytes()).isEqualTo(live.memoryBytes());
  }

  private static List<Frame> session(Random random) {
    List<Frame> frames = new ArrayList<>();
    frames.add(Samples.hello());
    for (int loop = 1; loop <= 3; loop++) {
      frames.add(Samples.loop(loop));
      List<Run> runs = busyLoop(random, 5_000, 100_000);
      for (int i = 0; i < runs.size(); i += 500) {
        frames.add(batch(loop, runs.subList(i, i + 500).toArray(new Run[0])));
        long end = runs.get(i + 499).endNanos() - ATTACHED;
        frames.add(groups(loop, group(end, end + 1_000, 900, 3, 5_000)));
        frames.add(state(loop, end + 1_000, null, end / 2));
      }
    }
    return frames;
  }
}
