package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Holder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlocksTest {

  private static final long PERIOD = Deadlocks.LOOK_EVERY_NANOS;

  private final FakeThreads threads = new FakeThreads();
  private final List<Frame> sent = new ArrayList<>();
  private boolean taken = true;
  private long now = 1;
  private long lastId;
  private int loopOfTwo;
  private boolean twoIsInRun;
  private final Deadlocks deadlocks =
      new Deadlocks(
          threads,
          new StackBook(new OwnPackages(null)),
          id -> id == 2 ? loopOfTwo : 0,
          id -> id == 2 && twoIsInRun,
          () -> ++lastId,
          () -> now,
          this::report);

  private boolean report(List<? extends Frame> frames) {
    if (taken) {
      sent.addAll(frames);
    }
    return taken;
  }

  @BeforeEach
  void twoThatWaitForEachOther() {
    threads.put(1, waitsFor("Left@1", 2, "two"));
    threads.put(2, waitsFor("Right@2", 1, "one"));
    threads.deadlocked = new long[] {1, 2};
  }

  private static ThreadSample waitsFor(String lock, long owner, String name) {
    return Samples.waiting(Thread.State.BLOCKED, lock, owner, name, Samples.app("transfer", 12));
  }

  private void lookAfter(long nanos) {
    now += nanos;
    deadlocks.look();
  }

  @Test
  void threadsThatAreNoLoopsAreToldOnceWithAllOfTheRing() {
    lookAfter(PERIOD);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0)).isInstanceOf(Definitions.class);
    Stall stall = (Stall) sent.get(1);
    assertThat(stall.loop()).isZero();
    assertThat(stall.deadlock()).isTrue();
    assertThat(stall.isOpen()).isTrue();
    assertThat(stall.holders()).extracting(Holder::thread).containsExactly("two", "one");
    assertThat(stall.culpritFrame()).isZero();
    assertThat(stall.shares().get(0).evidence()).isEqualTo("BLOCKED on Left@1 held by \"two\"");
    lookAfter(PERIOD);
    assertThat(sent).hasSize(2);
  }

  @Test
  void theDeadlockOfALoopIsLeftToItsStall() {
    loopOfTwo = 5;
    twoIsInRun = true;
    lookAfter(PERIOD);
    assertThat(sent).isEmpty();
  }

  @Test
  void aLoopWithoutARunThatWasSeenHasNoStallToTellOfIt() {
    loopOfTwo = 5;
    lookAfter(PERIOD);
    Stall stall = (Stall) sent.get(1);
    assertThat(stall.holders()).extracting(Holder::loop).containsExactly(5, 0);
  }

  @Test
  void itIsKnownHowLongTheLooksTook() {
    threads.whileLooking = () -> now += 20_000_000;
    lookAfter(PERIOD);
    assertThat(deadlocks.spentNanos()).isEqualTo(20_000_000);
  }

  @Test
  void whatWasNotTakenIsToldWithTheNextLook() {
    taken = false;
    lookAfter(PERIOD);
    taken = true;
    lookAfter(PERIOD);
    assertThat(sent).hasSize(2);
  }

  @Test
  void aLookIsRareAndRarerWhereItTakesLong() {
    deadlocks.look();
    assertThat(threads.looks).isZero();
    lookAfter(PERIOD);
    lookAfter(PERIOD / 2);
    assertThat(threads.looks).isOne();
    threads.deadlocked = new long[0];
    threads.whileLooking = () -> now += 20_000_000;
    lookAfter(PERIOD / 2);
    lookAfter(3 * PERIOD);
    assertThat(threads.looks).as("it took 20 ms: not again before 20 s").isEqualTo(2);
    lookAfter(PERIOD);
    assertThat(threads.looks).isEqualTo(3);
  }
}
