package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops that frameworks write by hand around a selector carry the framework's name. */
class SelectorFrameworksTest {
  private static final int ROUNDS = 200;
  private static final int BLOCK_MILLIS = 700;
  private static final long LONG_NANOS = 600_000_000L;

  @TempDir Path directory;

  @ParameterizedTest(name = "{1} on JDK {0}")
  @CsvSource({
    "17, jetty, Jetty 12.0.25, qtp",
    "25, jetty, Jetty 12.0.25, qtp",
    "17, undertow, XNIO (Undertow) 3.8.16, XNIO-1 I/O",
    "25, undertow, XNIO (Undertow) 3.8.16, XNIO-1 I/O",
    "17, kafka, Kafka 3.9.1, orders-consumer",
    "25, kafka, Kafka 3.9.1, orders-consumer",
    "17, tomcat, Tomcat 10.1.40, http-nio-auto-1-Poller",
    "25, tomcat, Tomcat 10.1.40, http-nio-auto-1-Poller",
    "17, zookeeper, ZooKeeper 3.9.3, NIOServerCxnFactory.SelectorThread",
    "25, zookeeper, ZooKeeper 3.9.3, NIOServerCxnFactory.SelectorThread",
  })
  void loopsAreNamedTheirTurnsCountedAndOnlyTheBlockedRunIsBlamed(
      int feature, String name, String detail, String group) throws Exception {
    Path file = directory.resolve("session.loopscope");
    try (TargetJvm target =
        TargetJvm.start(
            CountsTest.jdk(feature),
            TargetJvm.framework(name),
            List.of(),
            SelectorProgram.class,
            name)) {
      target.ask("work " + ROUNDS);
      WovenCode code = WovenCode.of(target, feature, directory, List.of("sun.nio.ch.SelectorImpl"));
      target.loadAgent("record=" + file);
      assertThat(target.ask("status")).isEqualTo("watching");
      code.assertWoven();

      int turns = turns(target.ask("work " + ROUNDS));
      assertThat(target.ask("block " + BLOCK_MILLIS)).isEqualTo("blocked");
      target.ask("work " + ROUNDS);
      target.loadAgent("detach");

      target.awaitAnswer("threads", threads -> !threads.contains("loopscope-"));
      assertThat(turns(code.assertAsBefore("work " + ROUNDS))).isEqualTo(turns);
      assertSeen(new RecordedLoops(file), name, detail, group, turns);
    }
  }

  /** How often the loop must have come back, by the program's own account. */
  static int turns(String answer) {
    return Integer.parseInt(answer.replaceFirst(".* done=(\\d+) .*", "$1"));
  }

  private static void assertSeen(
      RecordedLoops seen, String name, String detail, String group, int turns) {
    String kind = kind(name);
    assertThat(seen.ofKind(kind))
        .as("loops: %s", seen.loops.values())
        .anySatisfy(loop -> assertThat(loop.group()).startsWith(group))
        .allSatisfy(loop -> assertThat(loop.detail()).isEqualTo(detail));
    assertThat(seen.iterations(kind)).isGreaterThanOrEqualTo(turns);
    assertThat(seen.blamedOn(kind, LONG_NANOS))
        .containsExactly(SelectorProgram.class.getName() + ".blockHere");
  }

  private static String kind(String framework) {
    return "selector-" + (framework.equals("undertow") ? "xnio" : framework);
  }
}
