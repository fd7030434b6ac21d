package dev.loopscope.dashboard.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressInputTest {

  @Test
  void hostAndPortAreTakenApart() throws AddressInput.Rejected {
    assertThat(AddressInput.parse(" localhost:7007 ", "secret"))
        .isEqualTo(new SessionSource.Address("localhost", 7007, "secret"));
    assertThat(AddressInput.parse("[::1]:7007", "secret").host()).isEqualTo("::1");
  }

  @Test
  void impossiblePortIsNamed() {
    assertThatThrownBy(() -> AddressInput.parse("localhost:70000", "secret"))
        .hasMessageContaining("1 to 65535");
    assertThatThrownBy(() -> AddressInput.parse("localhost:http", "secret"))
        .hasMessageContaining("\"http\"");
  }

  @Test
  void tokenIsNotOptional() {
    assertThatThrownBy(() -> AddressInput.parse("localhost:7007", " "))
        .hasMessageContaining("token is missing");
  }

  @Test
  void tokenIsNeverWrittenOut() {
    assertThat(new SessionSource.Address("localhost", 7007, "secret").toString())
        .doesNotContain("secret");
  }
}
