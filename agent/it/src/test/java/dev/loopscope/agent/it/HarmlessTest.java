package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that would notice any harm tell the same unwatched, watched and after detach. */
class HarmlessTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void aProgramTellsTheSameUnwatchedWatchedAndAfterDetach(int feature) throws Exception {
    try (TargetJvm target = start(feature, List.of())) {
      String own = target.ask("facts");
      assertThat(own)
          .contains("by priority: [1, 2, 3, 4, 5]", "cast before: [1, 2, 3, 4, 5] [15, 15]")
          .contains("queue: the same 3", "refused: the same 2", "left over: the same 2")
          .contains("removed: true false", "divided: 2001000", "touched: 0")
          .contains("asm-7.0.jar", "jackson-databind-2.9.10.8.jar")
          .contains("odd name: true ran", "long name: true ran")
          .doesNotContain("failed", "did not run");

      target.loadAgent(recording());
      assertThat(target.ask("facts")).isEqualTo(own);
      watched(target);
      target.loadAgent("detach");

      assertThat(target.ask("facts")).isEqualTo(own);
      RecordingTotals.of(directory.resolve("session.loopscope"));
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void otherAgentsMayComeFirst(int feature) throws Exception {
    List<String> options = List.of(agent(jacoco()) + jacocoFile(), agent(openTelemetry()));
    try (TargetJvm target = start(feature, withOthers(options))) {
      String own = target.ask("facts");

      target.loadAgent(recording());
      assertThat(target.ask("facts")).isEqualTo(own);
      watched(target);
      target.loadAgent("detach");

      assertThat(target.ask("facts")).isEqualTo(own);
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void otherAgentsMayComeLater(int feature) throws Exception {
    String ours = agent(TargetJvm.AGENT) + "=" + recording();
    try (TargetJvm target =
        start(feature, withOthers(List.of(ours, agent(jacoco()) + jacocoFile())))) {
      String own = target.ask("facts");
      watched(target);

      target.load(openTelemetry(), "");
      assertThat(target.ask("facts")).isEqualTo(own);
      watched(target);
      target.loadAgent("detach");

      assertThat(target.ask("facts")).isEqualTo(own);
    }
  }

  /** All kinds of loops were seen, and no hook has failed. */
  private static void watched(TargetJvm target) {
    assertThat(target.ask("status")).isEqualTo("watching");
    assertThat(target.ask("loops"))
        // not the event thread: Swing ends it when it has been idle for a second
        .contains("forkjoin:", "PoolFacts$Ranked", "HostileTask")
        .endsWith("errors=0");
    assertThat(target.output()).noneMatch(line -> line.contains("ASSERTION FAILED"));
  }

  private TargetJvm start(int feature, List<String> options) throws Exception {
    List<String> all = new ArrayList<>(options);
    all.add("-XX:+EnableDynamicAgentLoading"); // no warning that could be taken for an answer
    Path libraries = TargetJvm.framework("old-asm-jackson");
    return TargetJvm.start(CountsTest.jdk(feature), libraries, all, HarmlessProgram.class);
  }

  private String recording() {
    return "record=" + directory.resolve("session.loopscope");
  }

  private List<String> withOthers(List<String> agents) {
    List<String> options = new ArrayList<>(agents);
    options.add("-Dotel.traces.exporter=none");
    options.add("-Dotel.metrics.exporter=none");
    options.add("-Dotel.logs.exporter=none");
    options.add("-Dotel.javaagent.logging=none");
    return options;
  }

  private String jacocoFile() {
    return "=destfile=" + directory.resolve("jacoco.exec");
  }

  private static String agent(Path jar) {
    return "-javaagent:" + jar;
  }

  private static Path jacoco() throws IOException {
    return only("jacoco");
  }

  private static Path openTelemetry() throws IOException {
    return only("opentelemetry");
  }

  private static Path only(String framework) throws IOException {
    try (Stream<Path> jars = Files.list(TargetJvm.framework(framework))) {
      return jars.findFirst().orElseThrow();
    }
  }
}
