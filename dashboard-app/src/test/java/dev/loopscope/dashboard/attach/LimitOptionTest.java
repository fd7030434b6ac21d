package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitOptionTest {

  @Test
  void limitOfAllLoopsAndThoseOfSomeAreTold() throws AttachFailedException {
    assertThat(
            LimitOption.of(
                Map.of("", Duration.ofMillis(20), "worker 1", Duration.ofNanos(1_500_000))))
        .isEqualTo(",limit=20000000ns,limit:worker 1=1500000ns");
    assertThat(LimitOption.of(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,points=/etc/passwd", "a=b", "a\nb", " a", "a "})
  void nameThatCouldSaySomethingElseIsRefused(String name) {
    assertThatThrownBy(() -> LimitOption.of(Map.of(name, Duration.ofMillis(1))))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("The limit of \"" + name + "\" cannot be told to the agent");
  }
}
