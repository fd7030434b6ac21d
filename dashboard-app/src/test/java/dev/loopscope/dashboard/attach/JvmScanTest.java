package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.AttachableProcess;
import org.junit.jupiter.api.Test;

class JvmScanTest {

  private final JvmScan scan = new JvmScan();

  @Test
  void runningJvmIsListedByMainClassAndVersionWithoutItsArguments() throws Exception {
    try (IdleJvm jvm = new IdleJvm()) {
      AttachableProcess found = scan.find(jvm.pid()).orElseThrow();
      assertThat(found.name()).isEqualTo(IdleJvm.class.getName());
      assertThat(found.javaVersion()).isEqualTo(System.getProperty("java.version"));
      assertThat(found.attachable()).isTrue();
      assertThat(found.reasonIfNot()).isEmpty();
    }
  }

  @Test
  void jvmThatDisablesAttachingIsListedWithTheReasonAndTheWayOut() throws Exception {
    try (IdleJvm jvm = new IdleJvm("-XX:+DisableAttachMechanism")) {
      AttachableProcess found = scan.find(jvm.pid()).orElseThrow();
      assertThat(found.attachable()).isFalse();
      assertThat(found.reasonIfNot())
          .contains("-XX:+DisableAttachMechanism")
          .contains("-javaagent:");
    }
  }

  @Test
  void ownProcessIsNotListed() {
    assertThat(scan.find(ProcessHandle.current().pid())).isEmpty();
  }
}
