package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Stall;
import org.junit.jupiter.api.Test;

/** Runs in which a debugger holds the thread, or one that it waits for. */
class SuspendedRunTest extends StallDeskScene {
  @Test
  void aRunInWhichADebuggerHoldsTheThreadIsNobodysFault() {
    threads.put(77, Samples.suspended(Samples.running(0)));
    loop.runs(1, START);
    for (long age = 50; age < 5_000; age += 10) {
      desk.look(loop, START + age * MS);
    }
    threads.put(77, Samples.running(0));
    desk.look(loop, START + 5_000 * MS);
    loop.idles();
    desk.look(loop, START + 5_010 * MS);
    desk.finished(longRun(1, START + 5_005 * MS), START + 5_020 * MS);
    desk.closeSettled(START + 6_000 * MS);
    assertBlamesOnlyTheDebugger();
    assertThat(last().endNanos()).isEqualTo(START + 5_005 * MS);
  }

  @Test
  void aRunThatWasLetGoAndWasOverBeforeTheNextLookIsNobodysFault() {
    threads.put(77, Samples.suspended(Samples.running(0)));
    loop.runs(1, START);
    desk.look(loop, START + 60 * MS);
    loop.runs(2, START + 181 * MS);
    desk.look(loop, START + 190 * MS);
    desk.finished(longRun(1, START + 180 * MS), START + 191 * MS);
    desk.closeSettled(START + 1_200 * MS);
    assertBlamesOnlyTheDebugger();
    assertThat(last().endNanos()).isEqualTo(START + 180 * MS);
  }

  private void assertBlamesOnlyTheDebugger() {
    assertThat(stalls()).isNotEmpty();
    assertThat(stalls())
        .allSatisfy(
            stall -> {
              assertThat(stall.culpritFrame()).isEqualTo(-1);
              assertThat(stall.shares())
                  .extracting(Stall.Share::cause)
                  .containsExactly(Stall.Cause.FROZEN);
            });
  }

  @Test
  void aRunThatBlocksAfterTheDebuggerLetItGoIsOne() {
    threads.put(77, Samples.suspended(Samples.running(0)));
    loop.runs(1, START);
    desk.look(loop, START + 60 * MS);
    desk.look(loop, START + 1_000 * MS);
    threads.put(77, Samples.sleeping(42));
    desk.look(loop, START + 1_010 * MS);
    assertBlamesOnlyTheDebugger();
    desk.look(loop, START + 1_010 * MS + LIMIT);
    assertThat(last().culpritFrame()).isEqualTo(1);
    assertThat(last().shares())
        .extracting(Stall.Share::cause)
        .containsExactly(Stall.Cause.FROZEN, Stall.Cause.SLEEP);
  }

  @Test
  void aLoopThatWaitsForAThreadAtABreakpointIsNobodysFault() {
    threads.put(77, blockedOn("org.example.Store@1", 78, "writer", "read"));
    threads.put(78, Samples.suspended(Samples.running(0)));
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    desk.look(loop, START + 5_000 * MS);
    assertBlamesOnlyTheDebugger();
  }
}
