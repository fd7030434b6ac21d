package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detach leaves the process as it was, however often. */
class DetachTest {
  /** Of the JDK, loaded once; a session alone loads more than twice as many of its own. */
  private static final int CLASSES_OF_NO_SESSION = 300;

  private static final int SESSIONS = 100;

  @TempDir Path directory;

  private String recording() {
    return "record=" + directory.resolve("session.loopscope");
  }

  private static TargetJvm start() throws Exception {
    return TargetJvm.start(Jdk.own(), TargetJvm.netty("4.1"), List.of(), NettyProgram.class, "nio");
  }

  @Test
  void secondViewerIsRefusedWithAReason() throws Exception {
    try (TargetJvm target = start()) {
      target.loadAgent(recording());
      target.loadAgent(recording());

      assertThat(target.ask("status")).startsWith("failed: ").contains("already being watched");
    }
  }

  @Test
  void afterAHundredSessionsNothingHasPiledUp() throws Exception {
    try (TargetJvm target = start()) {
      target.ask("work 100");
      String threads = target.ask("threads");
      target.loadAgent(recording());
      target.ask("work 1000");
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      int classes = Integer.parseInt(target.ask("classes"));

      String[] sessions = new String[2 * SESSIONS];
      for (int i = 0; i < sessions.length; i += 2) {
        sessions[i] = recording();
        sessions[i + 1] = "detach";
      }
      target.loadAgent(sessions);

      target.awaitSame("threads", threads);
      target.awaitAnswer( // those of dropped sessions are unloaded
          "classes", now -> Integer.parseInt(now) < classes + CLASSES_OF_NO_SESSION);
      target.loadAgent(recording());
      target.awaitSame("probe", target.ask("work 1000"));
      assertThat(target.ask("loops")).endsWith("errors=0");
    }
  }

  @Test
  void nothingTheAgentCarriesIsVisibleUnderItsOwnName() throws Exception {
    try (TargetJvm target = start()) {
      target.loadAgent(recording());

      assertThat(target.ask("visible org.objectweb.asm.ClassReader")).isEqualTo("no");
      assertThat(target.ask("visible com.fasterxml.jackson.core.JsonFactory")).isEqualTo("no");
      assertThat(target.ask("visible dev.loopscope.protocol.Frame")).isEqualTo("no");
    }
  }
}
