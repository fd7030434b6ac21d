package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A handler that blocks its loop is named while it blocks, and the program's own log agrees.
 *
 * <p>A busy machine holds up the program, the watcher and the reader at random, so each claim about
 * time is checked on the best of several blocks.
 */
class StallTest {

  private static final long MS = 1_000_000;
  private static final int BLOCKS = 5;
  private static final Pattern LOG = Pattern.compile("start=(\\d+) nanos=(\\d+) line=(\\d+)");

  /** What the program says it did. */
  private record Block(long start, long nanos, int line) {
    static Block parse(String log) {
      Matcher matcher = LOG.matcher(log);
      assertThat(matcher.matches()).as(log).isTrue();
      return new Block(
          Long.parseLong(matcher.group(1)),
          Long.parseLong(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    }
  }

  @ParameterizedTest(name = "JDK {0}, Netty {1}")
  @CsvSource({"17, 4.1", "17, 4.2", "25, 4.2"})
  void blockingHandlerIsNamedWhileItBlocks(int feature, String line) throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(feature, line)) {
      target.loadAgent(dashboard.option());
      assertThat(target.ask("status")).isEqualTo("watching");
      target.ask("sleep 10"); // ends the select that was entered before the agent came
      arrivalOf(dashboard, Block.parse(target.ask("sleep 300")), false); // the watcher is at work
      long bestAlert = Long.MAX_VALUE;
      long bestTimes = Long.MAX_VALUE;
      for (int i = 0; i < BLOCKS; i++) {
        Block block = Block.parse(target.ask("sleep 200"));

        FakeDashboard.Arrival first = arrivalOf(dashboard, block, true);
        Stall open = (Stall) first.frame();
        long alert = first.atNanos() - block.start() - open.limitNanos();
        bestAlert = Math.min(bestAlert, alert);
        Stall last = (Stall) arrivalOf(dashboard, block, false).frame();
        bestTimes = Math.min(bestTimes, disagreement(last, block));
        assertBlamed(dashboard.frame(last.culpritStack(), last.culpritFrame()), block);
        assertThat(last.id()).isEqualTo(open.id());
        assertThat(last.samples()).hasSizeBetween(1, 8);
        assertThat(last.shares().get(0).cause()).isEqualTo(Stall.Cause.WAIT);
        System.out.printf(
            "alert %.1f ms after the limit, noticed at %.1f ms; times differ by %.1f ms%n",
            alert / 1e6,
            (open.detectedNanos() - block.start() - open.limitNanos()) / 1e6,
            disagreement(last, block) / 1e6);
      }
      assertThat(bestAlert).as("shown while it blocks").isLessThan(100 * MS);
      assertThat(bestTimes).as("start and duration as in the log").isLessThan(10 * MS);
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void threadsThatAreNoLoopsAreToldWhenTheyWaitForEachOther(int feature) throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(feature, "4.2")) {
      target.loadAgent(dashboard.option());
      target.ask("deadlock");

      Stall told = (Stall) dashboard.await(Stall.class, Stall::deadlock).frame();

      assertThat(told.loop()).isZero();
      assertThat(told.isOpen()).isTrue();
      assertThat(told.holders())
          .extracting(Stall.Holder::thread)
          .containsExactlyInAnyOrder("left-first", "right-first");
      StackFrame culprit = dashboard.frame(told.culpritStack(), told.culpritFrame());
      assertThat(culprit.className()).isEqualTo(DeadlockedThreads.class.getName());
      assertThat(culprit.method()).isEqualTo("take");
    }
  }

  private static long disagreement(Stall stall, Block block) {
    long start = Math.abs(stall.run().startNanos() - block.start());
    long duration = stall.endNanos() - stall.run().startNanos();
    return Math.max(start, Math.abs(duration - block.nanos()));
  }

  private static void assertBlamed(StackFrame culprit, Block block) {
    assertThat(culprit.className()).isEqualTo(StallProgram.class.getName() + "$SlowHandler");
    assertThat(culprit.method()).isEqualTo("block");
    assertThat(culprit.line()).isEqualTo(block.line());
  }

  @Test
  void aNewLimitHoldsAtOnceAndIsToldBack() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(17, "4.1")) {
      target.loadAgent(dashboard.option());
      target.ask("sleep 10");
      Settings changed = new Settings(400 * MS, Map.of(), 1_000);
      dashboard.send(new Command.Configure(changed));
      dashboard.await(Command.Configure.class, told -> told.settings().equals(changed));

      Block tolerated = Block.parse(target.ask("sleep 200"));
      Block blamed = Block.parse(target.ask("sleep 600"));

      arrivalOf(dashboard, blamed, false);
      assertThat(dashboard.all(Stall.class)).noneMatch(stall -> isOf(stall, tolerated));
    }
  }

  @Test
  void whenTheDashboardIsKilledTheAgentLeaves() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(17, "4.1")) {
      target.loadAgent(dashboard.option());
      assertThat(target.ask("threads")).isEqualTo("[loopscope-drain, loopscope-watch]");

      dashboard.vanish();

      target.awaitSame("threads", "[]");
      target.awaitSame("status", "null");
      assertThat(target.ask("sleep 10")).startsWith("start=");
    }
  }

  @Test
  void detachOnCommandEndsWithALastFrame() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(17, "4.1")) {
      target.loadAgent(dashboard.option());
      dashboard.send(new Command.Detach());

      Bye bye = (Bye) dashboard.await(Bye.class, any -> true).frame();

      assertThat(bye.reason()).isEqualTo(Bye.Reason.DETACHED);
      target.awaitSame("threads", "[]");
      target.awaitSame("status", "null");
    }
  }

  private static TargetJvm start(int feature, String line) throws Exception {
    return TargetJvm.start(
        CountsTest.jdk(feature), TargetJvm.netty(line), List.of(), StallProgram.class);
  }

  private static FakeDashboard.Arrival arrivalOf(FakeDashboard dashboard, Block block, boolean open)
      throws InterruptedException {
    return dashboard.await(Stall.class, stall -> stall.isOpen() == open && isOf(stall, block));
  }

  private static boolean isOf(Stall stall, Block block) {
    return Math.abs(stall.run().startNanos() - block.start()) < 150 * MS;
  }
}
