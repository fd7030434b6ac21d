package dev.loopscope.dashboard.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.AttachFailedException;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSessionsTest {

  @TempDir Path folder;

  private LocalSessions sessions() {
    AgentLinks links =
        new AgentLinks(
            (pid, options) -> {
              throw new AttachFailedException("process " + pid + " does not want to");
            });
    return new LocalSessions(links, BundledJar.samples(folder));
  }

  @Test
  void connectsToAnAgentThatListens() throws Exception {
    try (FakeAgent agent = new FakeAgent();
        Session session = sessions().connect("127.0.0.1", agent.port(), agent.token.reveal())) {
      assertThat(session.title()).isEqualTo("chat-server · pid 4711");
    }
  }

  @Test
  void wrongTokenIsRefused() throws IOException {
    try (FakeAgent agent = new FakeAgent()) {
      assertThatThrownBy(() -> sessions().connect("127.0.0.1", agent.port(), "0123456789abcdef"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("token");
    }
  }

  @Test
  void unusablePortAndTokenAreSaidInASentence() {
    assertThatThrownBy(() -> sessions().connect("127.0.0.1", 70_000, "0123456789abcdef"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no port 70000");
    assertThatThrownBy(() -> sessions().connect("127.0.0.1", 1, "short"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at least 16");
  }

  @Test
  void refusedAttachIsPassedOn() {
    assertThatThrownBy(() -> sessions().attach(4711))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("does not want to");
  }

  @Test
  void missingRecordingIsSaidInASentence() {
    assertThatThrownBy(() -> sessions().open(folder.resolve("missing.loopscope")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.loopscope");
  }

  @Test
  void processThatIsGoneHasEnded() throws Exception {
    Process child = new ProcessBuilder("true").start();
    long pid = child.pid();
    child.waitFor();
    assertThat(TargetProcess.hasEnded(pid)).isTrue();
    assertThat(TargetProcess.hasEnded(ProcessHandle.current().parent().orElseThrow().pid()))
        .isFalse();
  }
}
