package dev.loopscope.dashboard.ui.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK on this machine that a watched program can run on.
 *
 * @param feature for example 25
 */
public record OtherJdk(Path home, int feature) {

  /**
   * The newest JDK from this feature release on: the one that runs the tests, one beside it, or one
   * that a variable such as {@code JAVA25_HOME} or {@code JAVA_HOME_25_X64} names.
   */
  public static Optional<OtherJdk> from(int feature) {
    Path own = Path.of(System.getProperty("java.home"));
    return Stream.concat(Stream.concat(Stream.of(own), siblings(own)), named())
        .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
        .map(home -> new OtherJdk(home, feature(home)))
        .filter(jdk -> jdk.feature() >= feature)
        .max(Comparator.comparing(OtherJdk::feature));
  }

  private static Stream<Path> named() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().matches("JAVA_?\\d*_HOME(_\\d+)?(_X64)?"))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  private static Stream<Path> siblings(Path home) {
    Path folder = home.getParent();
    if (folder == null) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 0 when the folder does not say. */
  private static int feature(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
