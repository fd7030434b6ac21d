package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopscopeCountsTest {

  @Test
  void nothingIsMissedWhenManyThreadsCount() {
    LoopscopeCounts counts = new LoopscopeCounts();
    LongStream.range(0, 100_000)
        .parallel()
        .forEach(i -> counts.addFrom(i, LoopscopeCounts.SUBMITTED));
    counts.addOwn(LoopscopeCounts.SUBMITTED);

    assertThat(counts.get(LoopscopeCounts.SUBMITTED)).isEqualTo(100_001);
    assertThat(counts.get(LoopscopeCounts.SCHEDULED)).isZero();
  }

  @Test
  void timesAreSummed() {
    LoopscopeCounts counts = new LoopscopeCounts();
    counts.addOwn(LoopscopeCounts.BUSY_NANOS, 5);
    counts.addOwn(LoopscopeCounts.BUSY_NANOS, 7);

    assertThat(counts.get(LoopscopeCounts.BUSY_NANOS)).isEqualTo(12);
    assertThat(counts.get(LoopscopeCounts.WAIT_NANOS)).isZero();
  }
}
