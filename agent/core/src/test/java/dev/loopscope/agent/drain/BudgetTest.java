package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BudgetTest {

  private final Budget budget = new Budget();

  @Test
  void nothingIsMergedWhileAllFit() {
    assertThat(budget.level(new double[] {100_000, 99_000}, 2, 200_000))
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void quietLoopsKeepTheirRunsAndBusyOnesShareTheRest() {
    double[] rates = {900_000, 10_000, 500_000, 30_000};
    double level = budget.level(rates, 4, 200_000);
    assertThat(level).isCloseTo(80_000, within(1e-6));
    assertThat(Budget.merges(10_000, level, false)).isFalse();
    assertThat(Budget.merges(500_000, level, false)).isTrue();
  }

  @Test
  void ratesBeyondTheCountAreIgnored() {
    assertThat(budget.level(new double[] {1, 5_000_000}, 1, 200_000)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void aMergedLoopComesBackOnlyWhenItIsClearlyCalmer() {
    assertThat(Budget.merges(90_000, 100_000, true)).isTrue();
    assertThat(Budget.merges(90_000, 100_000, false)).isFalse();
    assertThat(Budget.merges(79_000, 100_000, true)).isFalse();
  }
}
