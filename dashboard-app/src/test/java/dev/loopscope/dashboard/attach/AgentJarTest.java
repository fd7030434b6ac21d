package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {

  @TempDir private Path folder;

  @Test
  void jarIsAnAgentThatCanBeLoaded() throws Exception {
    try (JarFile jar = new JarFile(new AgentJar(folder).file().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Agent-Class"))
          .isEqualTo("dev.loopscope.agent.start.AgentMain");
    }
  }

  @Test
  void everyCallGivesTheSamePath() throws Exception {
    assertThat(new AgentJar(folder).file()).isEqualTo(new AgentJar(folder).file());
  }

  @Test
  void damagedCopyIsReplaced() throws Exception {
    Path file = new AgentJar(folder).file();
    long size = Files.size(file);
    Files.writeString(file, "damaged");
    assertThat(Files.size(new AgentJar(folder).file())).isEqualTo(size);
  }
}
