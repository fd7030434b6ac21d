package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailOptionTest {

  @Test
  void agentIsToldAllDetailsInOneOption() throws AttachFailedException {
    assertThat(DetailOption.of(List.of("channels", "pool-origins")))
        .isEqualTo(",detail=channels+pool-origins");
  }

  @Test
  void nothingIsSaidWhenNothingIsAskedFor() throws AttachFailedException {
    assertThat(DetailOption.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "channels,limit=1ns", "a+b", "a=b", "-x", "a\nb"})
  void whatCouldSaySomethingElseToTheAgentIsRefused(String name) {
    assertThatThrownBy(() -> DetailOption.of(List.of("mounts", name)))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("\"" + name + "\" cannot be the name of a detail");
  }
}
