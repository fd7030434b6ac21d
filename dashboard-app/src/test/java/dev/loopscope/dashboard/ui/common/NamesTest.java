package dev.loopscope.dashboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void lambdaIsNamedAfterTheClassThatHoldsIt() {
    assertThat(CodeNames.type("com.example.Chat$$Lambda/0x00007f12")).isEqualTo("Chat λ");
    assertThat(CodeNames.type("com.example.Chat$$Lambda$14/0x0000123")).isEqualTo("Chat λ");
  }

  @Test
  void nestedClassKeepsItsOuterName() {
    assertThat(CodeNames.type("io.netty.channel.AbstractChannel$1")).isEqualTo("AbstractChannel$1");
  }

  @Test
  void nativeFrameHasNoLine() {
    StackFrame frame = new StackFrame("java.lang.Thread", "sleep", "Thread.java", -2, Origin.JDK);

    assertThat(CodeNames.frame(frame)).isEqualTo("Thread.sleep (native)");
  }

  @Test
  void frameWithoutSourceSaysSo() {
    StackFrame frame = new StackFrame("A", "b", "", -1, Origin.APPLICATION);

    assertThat(CodeNames.frame(frame)).isEqualTo("A.b");
  }
}
