package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledJarTest {

  @TempDir private Path folder;

  @Test
  void jarIsAnAgentThatCanBeLoaded() throws Exception {
    try (JarFile jar = new JarFile(BundledJar.agent(folder).file().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Agent-Class"))
          .isEqualTo("dev.loopscope.agent.start.AgentMain");
    }
  }

  @Test
  void everyCallGivesTheSamePath() throws Exception {
    assertThat(BundledJar.agent(folder).file()).isEqualTo(BundledJar.agent(folder).file());
  }

  @Test
  void damagedCopyIsReplaced() throws Exception {
    Path file = BundledJar.agent(folder).file();
    long size = Files.size(file);
    Files.writeString(file, "damaged");
    assertThat(Files.size(BundledJar.agent(folder).file())).isEqualTo(size);
  }
}
