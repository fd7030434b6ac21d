package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.recording.RecordingEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that no dashboard asked for holds what the program did, whatever happens to it. */
class RecordingTest {

  @TempDir Path directory;

  @Test
  void totalsAreThoseTheProgramCountedItself() throws Exception {
    try (TargetJvm target = start(NettyProgram.class, "nio")) {
      target.loadAgent(record(""));
      String own = target.ask("work 3000");
      target.awaitSame("probe", own);
      target.loadAgent("detach");

      RecordingTotals recorded = RecordingTotals.of(file());
      assertThat(recorded.inWords()).isEqualTo(own);
      assertThat(recorded.end.state()).isEqualTo(RecordingEnd.State.COMPLETE);
      assertThat(recorded.bye).isNotNull().extracting(Bye::reason).isEqualTo(Bye.Reason.DETACHED);
      assertThat(recorded.undefined).as("numbers used before they were defined").isZero();
      assertThat(recorded.singleFinished + recorded.mergedFinished + recorded.lost)
          .isGreaterThanOrEqualTo(finished(recorded));
      assertThat(recorded.stats().errors()).as(recorded.stats().lastError()).isZero();
    }
  }

  @Test
  void aMillionRunsASecondAreKeptOrCountedAsLost() throws Exception {
    try (TargetJvm target = start(FloodProgram.class)) {
      target.ask("work 1500"); // compiled before it is measured
      target.loadAgent(record(""));
      String own = target.ask("work 5000");
      target.loadAgent("detach");

      RecordingTotals recorded = RecordingTotals.of(file());
      long ran = finished(recorded);
      System.out.printf(
          "flood: %s; recorded %d runs, %d single, %d merged, %d lost; agent CPU %.0f ms%n",
          own,
          ran,
          recorded.singleFinished,
          recorded.mergedFinished,
          recorded.lost,
          recorded.stats().agentCpuNanos() / 1e6);
      assertThat(recorded.inWords()).isEqualTo(own);
      // groups also count the framework's own runs, of which this program has next to none
      assertThat(recorded.singleFinished + recorded.mergedFinished + recorded.lost)
          .as("every finished run is single, in a group, or counted as lost")
          .isBetween(ran, ran + recorded.lost + 1_000);
      assertThat(recorded.stats().lost()).isEqualTo(recorded.lost);
      assertThat(recorded.durationsCounted).isEqualTo(recorded.mergedFinished);
      assertThat(ran).as("runs in five seconds").isGreaterThan(1_000_000);
    }
  }

  @Test
  void afterAKillTheFileOpensUpToTheLastSecond() throws Exception {
    long killed;
    try (TargetJvm target = start(NettyProgram.class, "nio")) {
      target.loadAgent(record(""));
      target.ask("work 1000");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_500)); // something to lose
      killed = System.nanoTime();
    }
    RecordingTotals recorded = RecordingTotals.of(file());
    assertThat(recorded.end.state()).isNotEqualTo(RecordingEnd.State.COMPLETE);
    assertThat(recorded.states).isNotEmpty();
    assertThat(killed - recorded.lastNanos).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void whenTheProgramExitsTheRecordingIsComplete() throws Exception {
    try (TargetJvm target = start(StallProgram.class)) {
      target.loadAgent(record(""));
      target.ask("sleep 10");
      target.exit();
    }
    RecordingTotals recorded = RecordingTotals.of(file());
    assertThat(recorded.end.state()).isEqualTo(RecordingEnd.State.COMPLETE);
    assertThat(recorded.bye).isNotNull().extracting(Bye::reason).isEqualTo(Bye.Reason.TARGET_EXIT);
  }

  @Test
  void afterTheTimeThatWasAskedForTheAgentLeaves() throws Exception {
    try (TargetJvm target = start(StallProgram.class)) {
      target.loadAgent(record(",for=700ms"));
      target.awaitSame("threads", "[]");
      target.awaitSame("status", "null");
    }
    RecordingTotals recorded = RecordingTotals.of(file());
    assertThat(recorded.bye).isNotNull().extracting(Bye::reason).isEqualTo(Bye.Reason.COMPLETE);
  }

  @Test
  void aFullDiskRefusesToRecordAndSaysWhy() throws Exception {
    try (TargetJvm target = start(NettyProgram.class, "nio")) {
      target.loadAgent("record=/dev/full");
      assertThat(target.ask("status"))
          .startsWith("failed: ")
          .contains("/dev/full", "No space left");
      assertThat(target.ask("threads")).doesNotContain("loopscope-");
      assertThat(target.ask("work 100")).startsWith("submitted=502 ");
    }
  }

  private static long finished(RecordingTotals recorded) {
    return recorded.states.values().stream()
        .map(LoopState::totals)
        .mapToLong(LoopState.Totals::finished)
        .sum();
  }

  private Path file() {
    return directory.resolve("session.loopscope");
  }

  private String record(String more) {
    return "record=" + file() + more;
  }

  private static TargetJvm start(Class<?> program, String... arguments) throws Exception {
    return TargetJvm.start(Jdk.own(), TargetJvm.netty("4.1"), List.of(), program, arguments);
  }
}
