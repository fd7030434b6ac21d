package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.cli.LimitConverter.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LimitConverterTest {

  private final LimitConverter converter = new LimitConverter();

  @Test
  void limitIsForAllLoopsOrForTheOneThatIsNamed() {
    assertThat(converter.convert("20ms")).isEqualTo(new Limit("", Duration.ofMillis(20)));
    assertThat(converter.convert("worker-1=1.5s"))
        .isEqualTo(new Limit("worker-1", Duration.ofMillis(1500)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "worker", "worker=", "=20ms", "0ms", "worker=0s", "-5ms"})
  void whatIsNoLimitIsRefused(String value) {
    assertThatThrownBy(() -> converter.convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageMatching(".*(is not a limit|is not a duration); write for example .*");
  }
}
