package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The shipped agent jar holds what it may, and nothing that could meet the application's own. */
class JarShapeTest {

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      return jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  @Test
  void everyEntryIsOursOrTheProbeOrMetadata() throws IOException {
    assertThat(entries())
        .allMatch(
            name ->
                name.startsWith("dev/loopscope/agent/")
                    || name.startsWith("java/lang/Loopscope")
                    || name.startsWith("META-INF/"));
  }

  @Test
  void probeIsThereOnlyUnderItsName() throws IOException {
    assertThat(entries())
        .contains("java/lang/LoopscopeProbe.class", "java/lang/LoopscopeTasks.class")
        .noneMatch(name -> name.startsWith("dev/loopscope/agent/probe/"));
  }

  @Test
  void classesAreStoredAsTheyAreBecauseUnpackingThemTakesTheWatchedProcessTime()
      throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      assertThat(jar.stream().filter(e -> e.getName().endsWith(".class")))
          .isNotEmpty()
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }

  @Test
  void noServiceOfOursIsOfferedToTheApplication() throws IOException {
    assertThat(entries()).noneMatch(name -> name.startsWith("META-INF/services/"));
  }

  @Test
  void manifestNamesTheAgent() throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      Attributes attributes = jar.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Agent-Class"))
          .isEqualTo("dev.loopscope.agent.start.AgentMain");
      assertThat(attributes.getValue("Premain-Class"))
          .isEqualTo(attributes.getValue("Agent-Class"));
      assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
    }
  }
}
