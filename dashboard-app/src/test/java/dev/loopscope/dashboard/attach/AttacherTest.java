package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttacherTest {

  @TempDir private Path folder;
  private Attacher attacher;

  @BeforeEach
  void wire() {
    attacher = new Attacher(BundledJar.agent(folder), new JvmScan(), Duration.ofSeconds(2));
  }

  @Test
  void pidThatDoesNotExistIsRefusedWithTheWayToFindOne() {
    assertThatThrownBy(() -> attacher.load(Integer.MAX_VALUE, ""))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("no process " + Integer.MAX_VALUE)
        .hasMessageContaining("loopscope list");
  }

  @Test
  void negativePidIsRefused() {
    assertThatThrownBy(() -> attacher.load(-1, ""))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("no process -1");
  }

  @Test
  void processThatIsNoJvmIsRefused() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      assertThatThrownBy(() -> attacher.load(sleep.pid(), ""))
          .isInstanceOf(AttachFailedException.class)
          .hasMessageContaining("not a JVM");
    } finally {
      sleep.destroyForcibly().waitFor();
    }
  }

  @Test
  void processOfAnotherUserIsRefusedWithTheWayToAttach() {
    assertThat(Attacher.notSeen(4711, "tomcat", "dora"))
        .hasMessage(
            "Process 4711 belongs to user tomcat, so it cannot be attached, nor seen whether it is"
                + " a JVM. Run Loopscope as that user (sudo -u tomcat …).");
    assertThat(Attacher.notSeen(4711, "dora", "dora")).hasMessageContaining("is not a JVM");
    assertThat(Attacher.notSeen(4711, "", "dora")).hasMessageContaining("is not a JVM");
  }

  @Test
  void ownProcessIsRefused() {
    assertThatThrownBy(() -> attacher.load(ProcessHandle.current().pid(), ""))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("this dashboard");
  }

  @Test
  void deadProcessIsRefused() throws Exception {
    long pid;
    try (IdleJvm jvm = new IdleJvm()) {
      pid = jvm.pid();
    }
    assertThatThrownBy(() -> attacher.load(pid, ""))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("no process");
  }

  @Test
  void jvmThatDisablesAttachingIsRefusedWithTheReason() throws Exception {
    try (IdleJvm jvm = new IdleJvm("-XX:+DisableAttachMechanism")) {
      assertThatThrownBy(() -> attacher.load(jvm.pid(), ""))
          .isInstanceOf(AttachFailedException.class)
          .hasMessageContaining("-XX:+DisableAttachMechanism");
      assertThat(jvm.isAlive()).isTrue();
    }
  }

  @Test
  void stoppedJvmIsGivenUpAfterATimeAndGoesOnAfterwards() throws Exception {
    try (IdleJvm jvm = new IdleJvm()) {
      signal("STOP", jvm.pid());
      try {
        assertThatThrownBy(() -> attacher.load(jvm.pid(), ""))
            .isInstanceOf(AttachFailedException.class)
            .hasMessageMatching("(?s).*(did not answer|does not let itself be attached).*");
      } finally {
        signal("CONT", jvm.pid());
      }
      assertThat(jvm.isAlive()).isTrue();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }
}
