package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import org.junit.jupiter.api.Test;

/** Runs in which the JVM stood still for a while. */
class PausedRunTest extends StallDeskScene {
  @Test
  void aGarbageCollectionAloneIsNoStall() {
    loop.runs(1, START);
    pauses.doubt = 45 * MS;
    desk.look(loop, START + LIMIT);
    assertThat(sent).isEmpty();
    pauses.doubt = 0;
    pauses.log.add(new Pause(Pause.Cause.GC, START + 2 * MS, START + 47 * MS, "G1"));
    desk.look(loop, START + LIMIT + 10 * MS);
    loop.idles();
    desk.look(loop, START + LIMIT + 12 * MS);
    desk.finished(longRun(1, START + LIMIT + 11 * MS), START + LIMIT + 13 * MS);
    desk.closeSettled(START + LIMIT + 14 * MS);
    assertThat(sent).isEmpty();
  }

  @Test
  void aSmallPauseDoesNotHoldUpAClearCase() {
    loop.runs(1, START);
    pauses.doubt = 10 * MS;
    desk.look(loop, START + LIMIT + 10 * MS);
    assertThat(stalls()).hasSize(1);
  }

  @Test
  void aDoubtThatDoesNotClearUpHoldsTheVerdictForATenthOfASecond() {
    loop.runs(1, START);
    pauses.doubt = Long.MAX_VALUE / 2;
    desk.look(loop, START + LIMIT);
    desk.look(loop, START + LIMIT + StallDesk.DOUBT_NANOS - 1);
    assertThat(sent).isEmpty();
    desk.look(loop, START + LIMIT + StallDesk.DOUBT_NANOS);
    assertThat(stalls()).hasSize(1);
    assertThat(last().detectedNanos()).isEqualTo(START + LIMIT);
  }

  @Test
  void aPauseWithinAStallIsItsShareAndNotTheCodes() {
    loop.runs(1, START);
    pauses.log.add(new Pause(Pause.Cause.GC, START, START + 30 * MS, "G1"));
    desk.look(loop, START + LIMIT);
    assertThat(sent).isEmpty();
    desk.look(loop, START + 90 * MS);
    assertThat(last().shares())
        .anySatisfy(
            share -> {
              assertThat(share.cause()).isEqualTo(Stall.Cause.GC);
              assertThat(share.nanos()).isEqualTo(30 * MS);
            });
    assertThat(last().shares().stream().mapToLong(Stall.Share::nanos).sum()).isEqualTo(90 * MS);
  }

  @Test
  void aCollectionWhoseLengthIsKnownHoldsTheAlertUntilItIsTold() {
    loop.runs(1, START);
    pauses.doubt = 160 * MS;
    pauses.untold = 160 * MS;
    desk.look(loop, START + LIMIT);
    desk.look(loop, START + LIMIT + StallDesk.DOUBT_NANOS);
    assertThat(stalls()).isEmpty();
    desk.look(loop, START + 160 * MS + LIMIT);
    assertThat(stalls()).isNotEmpty();
  }
}
