package dev.loopscope.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.VirtualThreads;
import org.junit.jupiter.api.Test;

class VirtualThreadWordsTest {

  @Test
  void saturationComesFirst() {
    assertThat(VirtualThreadWords.of(new VirtualThreads(1, 1_204, 1_100, 3, 4, 4, 3, 120)))
        .isEqualTo(
            "3 of 4 carriers busy · 120 waiting for one · 1,204 started, 1,100 ended · 3 pinned");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(VirtualThreadWords.of(new VirtualThreads(1, -1, -1, -1, 4, -1, -1, -1)))
        .isEqualTo("at most 4 carriers");
    assertThat(VirtualThreadWords.of(new VirtualThreads(1, 7, -1, 0, -1, -1, -1, 0)))
        .isEqualTo("7 started");
  }
}
