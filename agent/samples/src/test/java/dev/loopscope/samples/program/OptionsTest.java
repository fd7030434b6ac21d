package dev.loopscope.samples.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final List<OptionSpec> KNOWN =
      List.of(
          new OptionSpec("time", "TIME", "3s", "a time"),
          new OptionSpec("file", "FILE", "", "a file"),
          OptionSpec.flag("quiet", "a flag"));

  private static Options options(String... arguments) {
    return Options.parse(List.of(arguments), KNOWN);
  }

  @Test
  void anOptionNotGivenHasItsStandardValue() {
    assertThat(options().duration("time")).isEqualTo(Duration.ofSeconds(3));
    assertThat(options().text("file")).isEmpty();
    assertThat(options().flag("quiet")).isFalse();
  }

  @Test
  void aValueFollowsOrIsJoinedByAnEqualsSign() {
    assertThat(options("--file", "a=b").text("file")).contains("a=b");
    assertThat(options("--file=a=b", "--quiet").text("file")).contains("a=b");
    assertThat(options("--file=a", "--quiet").flag("quiet")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "340ms,340", "3s,3000", "2m,120000", "0s,0"})
  void durationsHaveAUnit(String text, long millis) {
    assertThat(options("--time", text).duration("time")).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "-1s", "1h", "s", "1.5s", "99999999999s"})
  void whatIsNoDurationIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> options("--time=" + text).duration("time"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("such as 340ms");
  }

  @Test
  void aPeriodIsNeverZero() {
    assertThatThrownBy(() -> options("--time", "0").period("time"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("longer than 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stray", "--unknown", "--file", "--quiet=yes", "-q"})
  void whatCannotBeUnderstoodIsAUsageError(String argument) {
    assertThatThrownBy(() -> options(argument)).isInstanceOf(UsageException.class);
  }
}
