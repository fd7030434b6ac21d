package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JDK on this machine.
 *
 * @param feature for example 17
 */
record Jdk(int feature, Path home) {

  static Jdk own() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  /**
   * Looks for a JDK in {@code JAVA<feature>_HOME} and its spellings in the environment, and beside
   * the one that runs the tests.
   */
  static Optional<Jdk> find(int feature) {
    if (own().feature() == feature) {
      return Optional.of(own());
    }
    Path siblings = own().home().getParent();
    return Stream.concat(fromEnvironment(feature), children(siblings))
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .filter(home -> feature(home) == feature)
        .map(home -> new Jdk(feature, home))
        .findFirst();
  }

  private static Stream<Path> fromEnvironment(int feature) {
    Map<String, String> environment = System.getenv();
    return Stream.of(
            "JAVA" + feature + "_HOME", "JAVA_HOME_" + feature, "JAVA_HOME_" + feature + "_X64")
        .map(environment::get)
        .filter(home -> home != null && !home.isEmpty())
        .map(Path::of);
  }

  private static Stream<Path> children(@Nullable Path directory) {
    if (directory == null) {
      return Stream.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      List<Path> found = children.sorted().toList();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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

  Path java() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
