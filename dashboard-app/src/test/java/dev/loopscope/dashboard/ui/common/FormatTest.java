package dev.loopscope.dashboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({"999, 999", "9999, '9,999'", "124000, 124k", "1234567, 1.23M"})
  void countIsExactWhileItIsShort(long count, String text) {
    assertThat(Format.count(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"512, 512 B", "1024, 1 KB", "63963136, 61 MB"})
  void bytesComeInUnitsOf1024(long bytes, String text) {
    assertThat(Format.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void hardlyAnythingIsNotNothing() {
    assertThat(Format.percent(0.0004)).isEqualTo("< 0.1 %");
    assertThat(Format.percent(0.004)).isEqualTo("0.4 %");
    assertThat(Format.percent(0.97)).isEqualTo("97 %");
    assertThat(Format.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void elapsedTimeReadsLikeAClock() {
    assertThat(Format.elapsed(42_000_000_000L)).isEqualTo("00:42");
    assertThat(Format.elapsed(3_723_000_000_000L)).isEqualTo("1:02:03");
  }
}
