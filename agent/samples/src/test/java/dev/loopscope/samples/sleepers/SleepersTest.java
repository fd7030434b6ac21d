package dev.loopscope.samples.sleepers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.support.LogLine;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepersTest {
  private static List<LogLine> sleepers = List.of();

  @BeforeAll
  static void runOneCycle(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try (Journal journal = Journal.on(nowhere, log);
        Sleepers bed = new Sleepers(Duration.ofSeconds(1), journal)) {
      bed.cycle();
    }
    sleepers = LogLine.read(log, "sleeper");
  }

  private static LogLine sleeper(String name) {
    return sleepers.stream()
        .filter(line -> line.text("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everySleeperTakesAboutItsNap() {
    for (String name : List.of("A", "B", "C", "D")) {
      assertThat(Duration.ofNanos(sleeper(name).number("durationNanos")))
          .as(name)
          .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void bStartsOnlyWhenAIsAwake() {
    assertThat(sleeper("B").number("submittedNanos"))
        .isGreaterThan(sleeper("A").number("endNanos"));
  }

  @Test
  void cAndDSleepAtTheSameTime() {
    LogLine c = sleeper("C");
    LogLine d = sleeper("D");
    assertThat(c.number("submittedNanos")).isGreaterThan(sleeper("B").number("endNanos"));
    long together =
        Math.min(c.number("endNanos"), d.number("endNanos"))
            - Math.max(c.number("startNanos"), d.number("startNanos"));
    assertThat(Duration.ofNanos(together)).isGreaterThan(Duration.ofMillis(700));
  }

  @Test
  void allRunOnOneLoopAndEachIsAClassOfItsOwn() {
    assertThat(sleepers)
        .allSatisfy(line -> assertThat(line.text("thread")).isEqualTo("sleepers-loop-1"));
    for (String name : List.of("A", "B", "C", "D")) {
      assertThat(sleeper(name).text("class")).endsWith("Sleepers$Sleeper" + name);
    }
  }

  @Test
  void closingDoesNotWaitForSomebodyWhoIsAsleep() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    long start = System.nanoTime();
    try (Journal journal = Journal.on(nowhere);
        Sleepers bed = new Sleepers(Duration.ofMinutes(5), journal);
        SleepersThread thread = new SleepersThread(bed, Duration.ZERO, Duration.ZERO, () -> {})) {
      thread.start();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
