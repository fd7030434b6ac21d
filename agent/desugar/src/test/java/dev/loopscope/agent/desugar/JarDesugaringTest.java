package dev.loopscope.agent.desugar;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarDesugaringTest {
  @TempDir Path folder;
  private Path packed = Path.of("");
  private Path plain = Path.of("");

  @BeforeEach
  void packAProgram() throws IOException {
    packed = folder.resolve("packed.jar");
    plain = folder.resolve("plain.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(packed))) {
      out.putNextEntry(new ZipEntry("META-INF/"));
      put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n".getBytes(US_ASCII));
      for (Class<?> type : LambdaForms.class.getNestMembers()) {
        put(out, type.getName().replace('.', '/') + ".class", Desugared.bytes(type));
      }
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
  }

  @Test
  void programRunsFromTheJar() throws Exception {
    JarDesugaring.main(new String[] {packed.toString(), plain.toString()});

    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {plain.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Object program = loader.loadClass(LambdaForms.class.getName()).getConstructor().newInstance();

      assertThat(((Callable<?>) program).call()).isEqualTo(new LambdaForms().call());
    }
  }

  @Test
  void jarsThatAreNotNamedAreAskedFor() {
    assertThatThrownBy(() -> JarDesugaring.main(new String[] {packed.toString()}))
        .hasMessageContaining("the jar to read, the jar to write");
  }

  @Test
  void everyEntryIsKeptAndNoneIsCompressed() throws IOException {
    JarDesugaring.main(new String[] {packed.toString(), plain.toString()});

    try (ZipFile zip = new ZipFile(plain.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      assertThat(entries)
          .allSatisfy(entry -> assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED));
      assertThat(entries)
          .map(ZipEntry::getName)
          .startsWith("META-INF/MANIFEST.MF")
          .contains(LambdaForms.class.getName().replace('.', '/') + ".class")
          .anyMatch(name -> name.contains("$Lambda$"));
    }
  }

  @Test
  void sameJarGivesTheSameBytesEverywhere() throws IOException {
    TimeZone here = TimeZone.getDefault();
    byte[] first;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      JarDesugaring.main(new String[] {packed.toString(), plain.toString()});
      first = Files.readAllBytes(plain);
    } finally {
      TimeZone.setDefault(here);
    }
    JarDesugaring.main(new String[] {packed.toString(), plain.toString()});

    assertThat(Files.readAllBytes(plain)).isEqualTo(first);
  }
}
