package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that prints {@code READY} and ends with its standard input, in a JVM of its own,
 * watched by a live session.
 */
public final class WatchedProgram implements AutoCloseable {

  private static final int JAVA_THAT_WARNS = 24;

  private final Path folder;
  private final Process process;
  private final Path output;
  private final Session session;

  /**
   * Starts the program and attaches to it while it runs.
   *
   * @param javaHome the JDK that runs it
   * @param feature that JDK's feature release
   * @param classPath of the program
   * @param command its main class and arguments
   */
  public WatchedProgram(
      Path folder, Path javaHome, int feature, String classPath, String... command)
      throws IOException, InterruptedException {
    this.folder = folder;
    output = folder.resolve("output.txt");
    List<String> words = new ArrayList<>();
    words.add(javaHome.resolve("bin").resolve("java").toString());
    words.add("-Xmx256m");
    words.add("-Djava.awt.headless=true");
    if (feature >= JAVA_THAT_WARNS) {
      words.add("--sun-misc-unsafe-memory-access=allow");
      words.add("--enable-native-access=ALL-UNNAMED");
      words.add("-XX:+EnableDynamicAgentLoading");
    }
    words.addAll(List.of("-cp", classPath));
    words.addAll(List.of(command));
    process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      WatchedDemo.await(this::isReady);
      session = WatchedDemo.opener(folder).attach(process.pid());
      WatchedDemo.await(() -> session.status().phase() == Phase.LIVE);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  /** One of the samples, on the JDK that runs the tests. */
  public static WatchedProgram sample(Path folder, String... words)
      throws IOException, InterruptedException {
    return sample(
        folder, Path.of(System.getProperty("java.home")), Runtime.version().feature(), words);
  }

  /** One of the samples, on another JDK. */
  public static WatchedProgram sample(Path folder, Path javaHome, int feature, String... words)
      throws IOException, InterruptedException {
    String jar = BundledJar.samples(folder).file().toString();
    String[] command =
        Stream.concat(
                Stream.of("dev.loopscope.samples.SamplesMain", words[0], "--exit-with-stdin"),
                Stream.of(words).skip(1))
            .toArray(String[]::new);
    return new WatchedProgram(folder, javaHome, feature, jar, command);
  }

  /** All jars of a folder as a class path. */
  public static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return String.join(
          File.pathSeparator,
          files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList());
    }
  }

  private boolean isReady() {
    String said = said();
    if (!process.isAlive()) {
      throw new AssertionError("the program ended at once and said: " + said);
    }
    return said.contains("READY");
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Session session() {
    return session;
  }

  /** Waits until so many alerts of this kind that say {@code words} are over. */
  public void awaitAlerts(AlertKind rule, String words, int count) {
    WatchedDemo.await(
        () ->
            session.alerts().alerts().stream()
                    .filter(alert -> alert.rule() == rule && !alert.isOpen())
                    .filter(alert -> alert.sentence().contains(words))
                    .count()
                >= count);
  }

  /** Leaves the program and saves what was seen. */
  public Path recording() throws IOException {
    session.finish();
    Path file = folder.resolve("session.loopscope");
    session.saveTo(file);
    return file;
  }

  @Override
  public void close() {
    session.close();
    end();
  }

  private void end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly(); // its end of the pipe is gone, so it is ending anyway
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
