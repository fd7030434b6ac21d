package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void mainClassIsFoundBehindOptionsThatTakeAValue() {
    assertThat(
            JavaCommand.mainOf(new String[] {"-Xmx1g", "-cp", "a.jar:b.jar", "com.acme.Main", "x"}))
        .isEqualTo("com.acme.Main");
  }

  @Test
  void jarIsNamedWithoutItsFolders() {
    assertThat(
            JavaCommand.mainOf(new String[] {"-jar", "/opt/acme/chat-server.jar", "--port", "1"}))
        .isEqualTo("chat-server.jar");
  }

  @Test
  void moduleIsNamed() {
    assertThat(JavaCommand.mainOf(new String[] {"-p", "mods", "-m", "acme/com.acme.Main"}))
        .isEqualTo("acme/com.acme.Main");
  }

  @Test
  void argumentsThatMayHoldSecretsAreNeverPartOfTheName() {
    assertThat(JavaCommand.shortName("com.acme.Main --password=hunter2"))
        .isEqualTo("com.acme.Main");
  }

  @Test
  void commandLineWithoutMainHasNoName() {
    assertThat(JavaCommand.mainOf(new String[] {"-version"})).isEmpty();
  }

  @Test
  void argumentsBehindALongClassPathAreRead() throws Exception {
    String padding = "-Dpadding=" + "x".repeat(10_000);
    try (IdleJvm jvm = new IdleJvm(padding, "-Dlast=1")) {
      assertThat(JavaCommand.arguments(ProcessHandle.of(jvm.pid()).orElseThrow()))
          .contains(padding, "-Dlast=1", "--secret=1");
    }
  }
}
