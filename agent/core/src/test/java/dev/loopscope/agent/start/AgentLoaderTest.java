package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLoaderTest {
  private static final String ERRAND = Errand.class.getName();

  @TempDir Path folder;

  @Test
  void classOfTheJarIsAnotherThanTheOneOfTheApplication() throws Exception {
    try (AgentLoader loader = new AgentLoader(jar("7.1"))) {
      Class<?> loaded = Class.forName(ERRAND, true, loader);

      assertThat(loaded).isNotSameAs(Errand.class);
      assertThat(loaded.getClassLoader()).isSameAs(loader);
      assertThat(loaded.getProtectionDomain()).isSameAs(Errand.class.getProtectionDomain());
    }
  }

  @Test
  void classOfTheApplicationIsNotFound() throws Exception {
    try (AgentLoader loader = new AgentLoader(jar("7.1"))) {
      assertThatThrownBy(() -> Class.forName(getClass().getName(), true, loader))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void classThatIsAskedForAfterDetachIsNotFound() throws Exception {
    AgentLoader loader = new AgentLoader(jar("7.1"));
    loader.close();
    assertThatThrownBy(() -> Class.forName(ERRAND, true, loader))
        .isInstanceOf(ClassNotFoundException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void versionIsTheOneOfTheJar() throws Exception {
    assertThat(AgentVersion.of(jar("7.1").toURI().toURL())).isEqualTo("7.1");
    assertThat(AgentVersion.of(jar("").toURI().toURL())).isEqualTo("unknown");
    assertThat(AgentVersion.of(folder.resolve("none.jar").toUri().toURL())).startsWith("unknown (");
  }

  private File jar(String version) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!version.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    }
    File file = folder.resolve("agent" + version + ".jar").toFile();
    String entry = ERRAND.replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file.toPath()), manifest);
        InputStream in =
            Objects.requireNonNull(Errand.class.getClassLoader().getResourceAsStream(entry))) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    return file;
  }
}
