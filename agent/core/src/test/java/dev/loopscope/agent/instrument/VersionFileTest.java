package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionFileTest {
  private static final String FILE = "io.netty.versions.properties";
  private static final String SHADED = "io.grpc.netty.shaded";
  private static final String TEXT =
      "netty-common.version=4.2.17.Final\nnetty-common.longCommitHash=e0\n";

  @TempDir Path directory;

  private String jar(String name, String entry) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(TEXT.getBytes(StandardCharsets.ISO_8859_1));
    }
    return jar.toUri().toString();
  }

  @Test
  void shadedCopysVersionIsNotThatOfTheJarItIsIn() throws IOException {
    String jar = jar("grpc-netty-shaded-1.85.1.jar", "META-INF/" + SHADED + '.' + FILE);

    assertThat(VersionFile.version(jar, SHADED, FILE)).isEqualTo("4.2.17");
    assertThat(VersionFile.version(jar, "other.shaded", FILE))
        .isEqualTo("in grpc-netty-shaded-1.85.1");
  }

  @Test
  void frameworkInTheApplicationsOwnJarTellsItsOwnVersion() throws IOException {
    String jar = jar("my application-2.0.jar", "META-INF/" + FILE);

    assertThat(VersionFile.version(jar, "", FILE)).isEqualTo("4.2.17");
  }

  @Test
  void unpackedFrameworkTellsItsVersionToo() throws IOException {
    Path file = directory.resolve("META-INF").resolve(FILE);
    Files.createDirectories(directory.resolve("META-INF"));
    Files.writeString(file, TEXT);

    assertThat(VersionFile.version(directory.toUri().toString(), "", FILE)).isEqualTo("4.2.17");
  }

  @Test
  void withoutTheFileTheJarsNameTells() {
    assertThat(VersionFile.version("file:/lib/netty-common-4.1.135.Final.jar", "", FILE))
        .isEqualTo("4.1.135");
    assertThat(
            VersionFile.version(
                "jar:file:/app-1.0.jar!/BOOT-INF/lib/netty-common-4.2.18.Final.jar!/", "", FILE))
        .isEqualTo("4.2.18");
    assertThat(VersionFile.version("file:/lib/vertx-core-5.2.3.jar", "", "")).isEqualTo("5.2.3");
  }

  @Test
  void placeThatTellsNothingHasNoVersion() {
    assertThat(VersionFile.version("file:/app/classes/", "", FILE)).isEmpty();
    assertThat(VersionFile.version("file:/not a uri", "", FILE)).isEmpty();
    assertThat(VersionFile.version("jrt:/javafx.graphics", SHADED, FILE)).isEmpty();
  }
}
