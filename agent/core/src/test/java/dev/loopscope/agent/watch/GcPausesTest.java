package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.protocol.Pause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GcPausesTest {

  private static final long MS = 1_000_000;

  /** The collectors' clock began here. */
  private static final long EPOCH = 777 * MS + 123_456;

  private final FakeBeans beans = new FakeBeans();
  private final List<Pause> found = new ArrayList<>();
  private long now = EPOCH;
  private final GcPauses pauses = new GcPauses(beans, () -> now);

  private void look(long nowNanos) {
    now = nowNanos;
    pauses.look(found::add);
  }

  @Test
  void aCollectionBecomesAPauseOnTheMonotonicClock() {
    look(EPOCH + 1_000 * MS);
    beans.count++;
    look(EPOCH + 1_031 * MS);
    beans.tell("Young", 1, 1_005, 1_030, EPOCH + 1_060 * MS);
    look(EPOCH + 1_061 * MS);
    assertThat(found).hasSize(1);
    Pause pause = found.get(0);
    assertThat(pause.cause()).isEqualTo(Pause.Cause.GC);
    assertThat(pause.toNanos()).isCloseTo(EPOCH + 1_030 * MS, within(2 * MS));
    assertThat(pause.toNanos() - pause.fromNanos()).isEqualTo(25 * MS);
  }

  @Test
  void betweenTheCountAndTheDetailsThereIsDoubtAsLongAsTheLooksAreApart() {
    look(EPOCH + 1_000 * MS);
    beans.count++;
    look(EPOCH + 1_031 * MS);
    assertThat(pauses.doubtNanos(EPOCH + 900 * MS, EPOCH + 1_040 * MS)).isEqualTo(31 * MS);
    assertThat(pauses.doubtNanos(EPOCH + 1_020 * MS, EPOCH + 1_040 * MS)).isEqualTo(11 * MS);
    beans.tell("Young", 1, 1_005, 1_030, EPOCH + 1_041 * MS);
    look(EPOCH + 1_042 * MS);
    assertThat(pauses.doubtNanos(EPOCH + 900 * MS, EPOCH + 1_050 * MS)).isZero();
  }

  @Test
  void aCollectionWhileTheWatcherWasAtWorkEndedBeforeItsCountWasRead() {
    look(EPOCH + 1_000 * MS);
    beans.count++;
    now = EPOCH + 1_131 * MS;
    // what it looks at is of the moment before the collection
    assertThat(pauses.doubtNanos(EPOCH + 900 * MS, EPOCH + 1_001 * MS)).isEqualTo(MS);
    assertThat(pauses.doubtNanos(EPOCH + 900 * MS, EPOCH + 1_132 * MS)).isEqualTo(131 * MS);
    beans.tell("Young", 1, 1_005, 1_130, EPOCH + 1_150 * MS);
    look(EPOCH + 1_151 * MS);
    assertThat(found.get(0).toNanos()).isCloseTo(EPOCH + 1_130 * MS, within(2 * MS));
  }

  @Test
  void howLongACollectionTookIsKnownBeforeItsDetails() {
    look(EPOCH + 1_000 * MS);
    beans.count++;
    beans.millis += 25;
    look(EPOCH + 1_031 * MS);
    assertThat(pauses.untoldNanos(EPOCH + 900 * MS, EPOCH + 1_040 * MS)).isEqualTo(25 * MS);
    assertThat(pauses.untoldNanos(EPOCH + 1_020 * MS, EPOCH + 1_040 * MS)).isEqualTo(11 * MS);
    beans.tell("Young", 1, 1_005, 1_030, EPOCH + 1_041 * MS);
    look(EPOCH + 1_042 * MS);
    assertThat(pauses.untoldNanos(EPOCH + 900 * MS, EPOCH + 1_050 * MS)).isZero();
    beans.count++;
    beans.millis += 7;
    look(EPOCH + 1_099 * MS);
    assertThat(pauses.untoldNanos(EPOCH + 900 * MS, EPOCH + 1_099 * MS)).isEqualTo(7 * MS);
  }

  @Test
  void doubtEndsWhenTheDetailsNeverCome() {
    beans.count++;
    look(EPOCH + 10 * MS);
    assertThat(pauses.doubtNanos(EPOCH, EPOCH + 9 * MS)).isPositive();
    look(EPOCH + 10 * MS + GcPauses.UNTOLD_NANOS);
    assertThat(pauses.doubtNanos(EPOCH, EPOCH + 9 * MS)).isZero();
  }

  @Test
  void aConcurrentCycleIsNoPause() {
    beans.tell("ZGC Cycles", 1, 0, 500, EPOCH + 501 * MS);
    look(EPOCH + 502 * MS);
    assertThat(found).isEmpty();
  }

  @Test
  void theClockGetsBetterWithEveryCollection() {
    GcClock clock = new GcClock();
    clock.endedBefore(1_000, EPOCH + 1_058 * MS);
    assertThat(clock.toNanos(1_000)).isEqualTo(EPOCH + 1_058 * MS);
    clock.endedBefore(2_000, EPOCH + 2_003 * MS);
    assertThat(clock.toNanos(3_000)).isEqualTo(EPOCH + 3_003 * MS);
  }

  private static final class FakeBeans implements GcSource {
    final ArrayDeque<GcNotice> notices = new ArrayDeque<>();
    long count;
    long millis;

    void tell(String collector, long number, long start, long end, long arrived) {
      notices.add(new GcNotice(collector, number, start, end, collector, arrived));
    }

    @Override
    public List<String> collectors() {
      return List.of("Young");
    }

    @Override
    public long count(int collector) {
      return count;
    }

    @Override
    public long millis(int collector) {
      return millis;
    }

    @Override
    public @Nullable GcNotice poll() {
      return notices.poll();
    }

    @Override
    public void close() {}
  }
}
