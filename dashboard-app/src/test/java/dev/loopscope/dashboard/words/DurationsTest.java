package dev.loopscope.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "850, 850 ns",
    "42500, 42.5 µs",
    "340000000, 340 ms",
    "1249000000, 1.25 s",
    "125000000000, 2 min 5 s",
    "7260000000000, 2 h 1 min",
    "-2000, −2 µs"
  })
  void threeDigitsAndAUnit(long nanos, String text) {
    assertThat(Durations.text(nanos)).isEqualTo(text);
  }
}
