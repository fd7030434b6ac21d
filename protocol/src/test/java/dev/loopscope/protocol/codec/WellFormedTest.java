package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

  @Test
  void surrogateWithoutAPartnerIsReplaced() {
    assertThat(WellFormed.text("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(WellFormed.text("a\uDE00b")).isEqualTo("a\uFFFDb");
    assertThat(WellFormed.text("\uD83D")).isEqualTo("\uFFFD");
  }

  @Test
  void textThatIsInOrderStaysTheSameObject() {
    String text = "chat \uD83D\uDE00";
    assertThat(WellFormed.text(text)).isSameAs(text);
  }
}
