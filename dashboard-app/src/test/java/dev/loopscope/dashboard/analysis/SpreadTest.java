package dev.loopscope.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

  private final Spread spread = new Spread();

  @Test
  void nothingHasNoPercentiles() {
    assertThat(spread.count()).isZero();
    assertThat(spread.percentile(0.99)).isZero();
  }

  @Test
  void percentilesAreGoodToThreeDigitsAndTheLargestIsExact() {
    for (int i = 1; i <= 1000; i++) {
      spread.add(i * 1_000_003L, 1);
    }
    assertThat(spread.percentile(0.5)).isBetween(500_000_000L, 501_000_000L);
    assertThat(spread.maxNanos()).isEqualTo(1_000_003_000L);
    assertThat(spread.percentile(1)).isEqualTo(1_000_003_000L);
  }

  @Test
  void manyOfTheSameCountAsMany() {
    spread.add(10, 99);
    spread.add(500, 1);
    spread.add(7, 0);
    assertThat(spread.count()).isEqualTo(100);
    assertThat(spread.percentile(0.99)).isEqualTo(10);
    assertThat(spread.maxNanos()).isEqualTo(500);
  }
}
