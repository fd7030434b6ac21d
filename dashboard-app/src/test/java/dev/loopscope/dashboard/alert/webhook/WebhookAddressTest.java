package dev.loopscope.dashboard.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/alerts",
        "http://localhost:8080/x",
        "http://127.0.0.1:9/x",
        " http://[::1]:8080/x ",
        "HTTPS://example.com"
      })
  void tlsAndThisMachineAreAllowed(String address) {
    assertThat(WebhookAddress.of(address).uri().toString()).isEqualTo(address.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/x, without TLS",
    "http://127.0.0.1.example.com/x, without TLS",
    "http://localhost.example.com/x, without TLS",
    "http://10.0.0.1/x, without TLS",
    "https://user:secret@example.com/x, name or password",
    "ftp://example.com/x, must begin with https://",
    "example.com/x, must begin with https://",
    "'', must begin with https://",
    "https:///x, must begin with https://",
    "https://example.com:99999/x, There is no port 99999: write one from 1 to 65535",
    "http://localhost:0/x, There is no port 0",
    "https://exa mple.com, is not one"
  })
  void othersAreRefusedWithASentence(String address, String why) {
    assertThatThrownBy(() -> WebhookAddress.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
