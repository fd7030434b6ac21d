package dev.loopscope.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import org.junit.jupiter.api.Test;

class CodeNamesTest {

  @Test
  void packageAndCompilersAdditionsAreLeftOut() {
    assertThat(CodeNames.type("com.example.Chat$Push")).isEqualTo("Chat$Push");
    assertThat(CodeNames.type("com.example.Chat$$Lambda/0x00007f01")).isEqualTo("Chat λ");
    assertThat(CodeNames.type("com.example.Hidden/0x00007f01")).isEqualTo("Hidden");
  }

  @Test
  void placeSaysAsMuchAsIsKnown() {
    assertThat(CodeNames.frame(at("Chat.java", 42))).isEqualTo("Chat.on (Chat.java:42)");
    assertThat(CodeNames.place(at("Chat.java", -1))).isEqualTo("Chat.java");
    assertThat(CodeNames.place(at("Chat.java", -2))).isEqualTo("native");
    assertThat(CodeNames.place(at("", 3))).isEqualTo("line 3");
    assertThat(CodeNames.place(at("", -1))).isEqualTo("unknown source");
    assertThat(CodeNames.frame(at("", -1))).isEqualTo("Chat.on");
  }

  @Test
  void packagesAreLeftOutOfWhatTheJvmSays() {
    assertThat(CodeNames.withoutPackages("VM call to com.example.Chat.<clinit> on stack"))
        .isEqualTo("VM call to Chat.<clinit> on stack");
    assertThat(CodeNames.withoutPackages("no such method. Really")).endsWith("method. Really");
  }

  private static StackFrame at(String file, int line) {
    return new StackFrame("com.example.Chat", "on", file, line, Origin.APPLICATION);
  }
}
