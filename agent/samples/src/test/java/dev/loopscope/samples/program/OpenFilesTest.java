package dev.loopscope.samples.program;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenFilesTest {

  @Test
  void aThousandConnectionsFitUnderTwelveHundred() {
    assertThatCode(() -> OpenFiles.require(1_000, 30, 1_200)).doesNotThrowAnyException();
  }

  @Test
  void tooLowALimitIsRefusedWithTheCommandThatRaisesIt() {
    assertThatThrownBy(() -> OpenFiles.require(1_000, 30, 1_024))
        .isInstanceOf(SampleFailure.class)
        .hasMessageContaining("may open only 1024")
        .hasMessageContaining("ulimit -n 1094")
        .hasMessageContaining("--clients");
  }

  @Test
  void readsThisProcessesOwnLimit() {
    assertThatCode(() -> OpenFiles.requireFor(1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> OpenFiles.requireFor(Integer.MAX_VALUE))
        .isInstanceOf(SampleFailure.class);
  }
}
