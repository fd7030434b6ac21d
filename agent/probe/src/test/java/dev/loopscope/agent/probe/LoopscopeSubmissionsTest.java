package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopscopeSubmissionsTest {
  private static final int ALL = LoopscopeSubmissions.NEAR_SLOTS + LoopscopeSubmissions.FAR_SLOTS;

  private final LoopscopeSubmissions table = new LoopscopeSubmissions();

  @Test
  void numberThatWasTakenIsUnknown() {
    put(7);

    assertThat(isKnown(7)).isTrue();
    assertThat(table.take(table.find(7), 7, true)).as("kept").isTrue();
    int slot = table.find(7);
    assertThat(table.take(slot, 7, false)).isTrue();
    assertThat(table.find(7)).isNegative();
    assertThat(table.take(slot, 7, false)).as("somebody else's by now").isFalse();
    assertThat(table.take(slot, 7, true)).isFalse();
  }

  @Test
  void numberThatIsPutOnceMoreIsTheLastOneAlone() {
    put(7);
    table.putAnew(7, 1, 2, 3);

    int slot = table.find(7);
    assertThat(table.submittedNanos(slot)).isEqualTo(1);
    assertThat(table.parentId(slot)).isEqualTo(2);
    assertThat(table.submitterId(slot)).isEqualTo(3);
    assertThat(table.free(slot, 7)).isTrue();
    assertThat(table.find(7)).isNegative();
  }

  @Test
  void numberThatIsPutOnceMoreAfterItsFirstCopyHasMovedAwayIsHeldOnce() {
    for (int i = 1; i <= 10_000; i++) {
      put(i);
    }
    table.putAnew(1, 20_000, 2, 3);

    int slot = table.find(1);
    assertThat(table.submittedNanos(slot)).isEqualTo(20_000);
    assertThat(table.free(slot, 1)).isTrue();
    assertThat(table.find(1)).isNegative();
  }

  @Test
  void numbersThatDoNotFitIntoTheNearSlotsAreStillKnown() {
    int many = 10_000;
    for (int i = 1; i <= many; i++) {
      put(i);
    }
    assertThat(table.forgotten()).isZero();
    for (int i = 1; i <= many; i++) {
      assertThat(isKnown(i)).as("number " + i).isTrue();
      assertThat(table.free(table.find(i), i)).isTrue();
    }
    assertThat(table.find(1)).isNegative();
  }

  @Test
  void numbersThatShareTheirPlacesAreKeptApart() {
    int alike = LoopscopeSubmissions.NEAR_SLOTS;
    for (int i = 1; i <= 20; i++) {
      put((long) i * alike);
    }
    for (int i = 1; i <= 20; i++) {
      assertThat(isKnown((long) i * alike)).as("number " + i).isTrue();
    }
  }

  @Test
  void oldestGiveWayWhenTooManyWait() {
    int more = 100;
    for (int i = 1; i <= ALL + more; i++) {
      put(i);
    }

    assertThat(table.forgotten()).isEqualTo(more);
    assertThat(isKnown(ALL + more)).isTrue();
    assertThat(table.find(1)).isNegative();
  }

  @Test
  void nothingIsMixedUpOrLostWhileManyThreadsGiveAndTake() throws Exception {
    BlockingQueue<Long> waiting = new ArrayBlockingQueue<>(3 * LoopscopeSubmissions.NEAR_SLOTS);
    AtomicLong next = new AtomicLong();
    long each = 200_000;
    CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
    AtomicLong wrong = new AtomicLong();
    for (int i = 0; i < threads.length; i++) {
      boolean gives = i % 2 == 0;
      threads[i] =
          CompletableFuture.runAsync(
              () -> {
                for (long n = 0; n < each; n++) {
                  if (gives) {
                    give(next.incrementAndGet(), waiting);
                  } else if (!isTakenWhole(waiting)) {
                    wrong.incrementAndGet();
                  }
                }
              },
              command -> new Thread(command).start());
    }
    CompletableFuture.allOf(threads).get(1, TimeUnit.MINUTES);

    assertThat(wrong).hasValue(0);
    assertThat(table.forgotten()).isZero();
  }

  private void give(long number, BlockingQueue<Long> waiting) {
    put(number);
    try {
      waiting.put(number);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isTakenWhole(BlockingQueue<Long> waiting) {
    try {
      long number = waiting.take();
      for (int slot = table.find(number); slot >= 0; slot = table.find(number)) {
        boolean whole = isWhole(slot, number);
        if (table.take(slot, number, false)) {
          return whole;
        }
      }
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(long number) {
    table.put(number, number + 1_000, number * 2, number * 3);
  }

  private boolean isKnown(long number) {
    int slot = table.find(number);
    return slot >= 0 && isWhole(slot, number);
  }

  private boolean isWhole(int slot, long number) {
    return table.submittedNanos(slot) == number + 1_000
        && table.parentId(slot) == number * 2
        && table.submitterId(slot) == number * 3;
  }
}
