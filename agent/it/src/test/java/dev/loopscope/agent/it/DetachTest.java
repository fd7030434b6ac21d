package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detach leaves the process as it was, however often. */
class DetachTest {
  private static final int SESSIONS = 100;
  private static final int FIRST_SESSIONS = 5;

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
      for (int i = 0; i < FIRST_SESSIONS; i++) { // what the JDK loads once is there then
        target.loadAgent(recording());
        target.ask("work 1000");
        target.loadAgent("detach");
      }
      target.awaitSame("threads", threads);
      int classes = Integer.parseInt(target.ask("classes"));

      String[] sessions = new String[2 * SESSIONS];
      for (int i = 0; i < sessions.length; i += 2) {
        sessions[i] = recording();
        sessions[i + 1] = "detach";
      }
      target.loadAgent(sessions);

      target.awaitSame("threads", threads);
      target.awaitAnswer( // less than one for each dropped session
          "classes", now -> Integer.parseInt(now) < classes + SESSIONS);
      target.loadAgent(recording());
      target.awaitSame("probe", target.ask("work 1000"));
      assertThat(target.ask("loops")).endsWith("errors=0");
    }
  }

  @Test
  void sessionThatEndsBeforeItsWatcherWatchesLeavesNothing() throws Exception {
    try (TargetJvm target = start()) {
      target.ask("work 100");
      String threads = target.ask("threads");
      for (int i = 0; i < FIRST_SESSIONS; i++) {
        target.load(TargetJvm.AGENT, recording(), "detach");
      }

      target.awaitSame("threads", threads);
      assertThat(target.ask("status")).isEqualTo("null");
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
