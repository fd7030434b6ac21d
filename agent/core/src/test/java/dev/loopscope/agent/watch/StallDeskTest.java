package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StallDeskTest extends StallDeskScene {
  @Test
  void aRunWithinItsLimitIsNotSampled() {
    loop.runs(1, START);
    assertThat(desk.look(loop, START + 13 * MS)).isEqualTo(START + LIMIT);
    desk.look(loop, START + LIMIT - 1);
    assertThat(threads.samples).isZero();
    assertThat(sent).isEmpty();
  }

  @Test
  void aRunOverItsLimitIsReportedWhileItLastsWithItsStackFirst() {
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0)).isInstanceOf(Definitions.class);
    Stall stall = (Stall) sent.get(1);
    assertThat(stall.isOpen()).isTrue();
    assertThat(stall.run()).isEqualTo(FakeLoop.openRun(1, START));
    assertThat(stall.detectedNanos()).isEqualTo(START + LIMIT);
    assertThat(stall.limitNanos()).isEqualTo(LIMIT);
    assertThat(stall.culpritFrame()).isEqualTo(1);
  }

  @Test
  void aLongStallIsSampledEightTimesWithGrowingPausesAndTheStackIsDefinedOnce() {
    loop.runs(1, START);
    List<Long> sampledAt = new ArrayList<>();
    for (long now = START; now < START + 20_000 * MS; ) {
      int before = threads.samples;
      long next = desk.look(loop, now);
      if (threads.samples > before) {
        sampledAt.add((now - START) / MS);
      }
      now = Math.max(now + MS, Math.min(next, now + 100 * MS));
    }
    assertThat(sampledAt).containsExactly(50L, 55L, 65L, 90L, 150L, 300L, 1_050L, 3_050L);
    assertThat(stalls()).hasSize(5); // three early samples saw nothing new
    assertThat(last().samples()).hasSize(8);
    assertThat(stalls()).extracting(Stall::id).containsOnly(stalls().get(0).id());
    assertThat(sent.stream().filter(Definitions.class::isInstance)).hasSize(1);
  }

  @Test
  void aFirstSampleThatFailedIsSoonTakenAgainButNotForEver() {
    loop.runs(1, START);
    threads.failing = 1;
    assertThat(desk.look(loop, START + 190 * MS)).isEqualTo(START + 195 * MS);
    desk.look(loop, START + 195 * MS);
    assertThat(last().culpritFrame()).isEqualTo(1);
    loop.runs(2, START);
    threads.samples = 0;
    threads.failing = Integer.MAX_VALUE;
    for (long age = 190; age < 400; age++) {
      desk.look(loop, START + age * MS);
    }
    assertThat(threads.samples).as("at 190, 195, 200, 205 and 300 ms").isEqualTo(5);
  }

  @Test
  void aThreadThatDoesNotRunAtAllIsSampledLessOften() {
    threads.cpuNanos = 5 * MS;
    loop.runs(1, START);
    for (long now = START; now < START + 140 * MS; now += MS) {
      desk.look(loop, now);
    }
    loop.idles();
    desk.look(loop, START + 140 * MS);
    desk.finished(longRun(1, START + 140 * MS), START + 141 * MS);
    desk.closeSettled(START + 142 * MS);
    assertThat(last().samples())
        .extracting(sample -> (sample.atNanos() - START) / MS)
        .containsExactly(50L, 55L, 90L);
    assertThat(last().shares().get(0).cause()).isEqualTo(Stall.Cause.SLEEP);
  }

  @Test
  void aSampleOfARunThatEndedMeanwhileIsThrownAway() {
    loop.runs(1, START);
    threads.afterSample = () -> loop.runs(2, START + LIMIT);
    desk.look(loop, START + LIMIT);
    assertThat(stalls()).allSatisfy(stall -> assertThat(stall.samples()).isEmpty());
  }

  @Test
  void theLastFrameBringsTheExactEnd() {
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    loop.idles();
    desk.look(loop, START + 90 * MS);
    desk.finished(longRun(1, START + 87 * MS), START + 95 * MS);
    desk.closeSettled(START + 96 * MS);
    assertThat(last().endNanos()).isEqualTo(START + 87 * MS);
    assertThat(last().id()).isEqualTo(stalls().get(0).id());
    int frames = sent.size();
    desk.closeSettled(START + 5_000 * MS);
    assertThat(sent).hasSize(frames);
  }

  @Test
  void anEndThatNoRingTellsIsTheMomentItWasNoticed() {
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    loop.runs(2, START + 80 * MS);
    desk.look(loop, START + 90 * MS);
    desk.closeSettled(START + 91 * MS);
    assertThat(last().isOpen()).isTrue();
    desk.closeSettled(START + 91 * MS + StallDesk.EXACT_END_NANOS);
    assertThat(last().endNanos()).isEqualTo(START + 90 * MS);
  }

  @Test
  void aLongRunTheWatcherMissedIsReportedWithoutSamplesAndSaysSo() {
    desk.look(loop, START - MS);
    desk.finished(longRun(5, START + 70 * MS), START + 80 * MS);
    desk.closeSettled(START + 81 * MS);
    assertThat(last().run().id()).isEqualTo(5);
    assertThat(last().endNanos()).isEqualTo(START + 70 * MS);
    assertThat(last().samples()).isEmpty();
    assertThat(last().culpritFrame()).isEqualTo(-1);
    assertThat(last().shares().get(0).evidence()).contains("before it could be sampled");
  }

  @Test
  void aChangedLimitHoldsAtOnce() {
    settings = new Settings(LIMIT, Map.of("netty-nio", 10 * MS), 200_000);
    loop.runs(1, START);
    desk.look(loop, START + 10 * MS);
    assertThat(last().limitNanos()).isEqualTo(10 * MS);
  }

  @Test
  void aLimitOfTheLoopsNameGoesBeforeThatOfItsKind() {
    settings =
        new Settings(
            LIMIT, Map.of("netty-nio", 10 * MS), Map.of("worker", 30 * MS), 200_000, List.of());
    loop.runs(1, START);
    desk.look(loop, START + 29 * MS);
    assertThat(sent).isEmpty();
    desk.look(loop, START + 30 * MS);
    assertThat(last().limitNanos()).isEqualTo(30 * MS);
  }

  @Test
  void aLockIsToldWithItsOwnerAndTheOwnersStack() {
    threads.put(77, blockedOn("org.example.Store@1", 78, "writer", "read"));
    threads.put(78, Samples.sleeping(9));
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    assertThat(last().shares().get(0).cause()).isEqualTo(Stall.Cause.LOCK);
    Stall.Holder holder = last().holders().get(0);
    assertThat(holder.lock()).isEqualTo("org.example.Store@1");
    assertThat(holder.thread()).isEqualTo("writer");
    assertThat(holder.loop()).isEqualTo(5);
    assertThat(((Definitions) sent.get(0)).stacks())
        .extracting(Definitions.Stack::id)
        .contains(holder.stack());
    assertThat(last().deadlock()).isFalse();
  }

  @Test
  void aStackThatCouldNotBeSentGoesWithTheNextFrame() {
    loop.runs(1, START);
    reportsFull = true;
    desk.look(loop, START + LIMIT);
    reportsFull = false;
    desk.look(loop, START + LIMIT + 5 * MS);
    assertThat(sent.get(0)).isInstanceOf(Definitions.class);
  }

  @Test
  void aLoopThatIsGoneLeavesNoOpenStall() {
    loop.runs(1, START);
    desk.look(loop, START + LIMIT);
    desk.forget(loop.loop(), START + 70 * MS);
    desk.closeSettled(START + 70 * MS + StallDesk.EXACT_END_NANOS);
    assertThat(last().isOpen()).isFalse();
  }

  @Test
  void aThreadThatWaitedForAProcessorIsToldWithTheLineItStoodAt() {
    Stall starved = stallOfThreadIn('R');
    assertThat(starved.shares().get(0).cause()).isEqualTo(Stall.Cause.STARVED);
    assertThat(starved.culpritStack()).isPositive();
    assertThat(starved.culpritFrame()).isEqualTo(stallOfThreadIn('S').culpritFrame());
  }

  private Stall stallOfThreadIn(char state) {
    SystemThreads system =
        new SystemThreads() {
          @Override
          public long runQueueNanos(long threadId) {
            return 0;
          }

          @Override
          public char state(long threadId) {
            return state;
          }

          @Override
          public SystemView look(long threadId) {
            return new SystemView(state, "", CallKind.NONE, "");
          }

          @Override
          public SystemView describe(SystemView seen) {
            return seen;
          }
        };
    Sampler looks = new Sampler(threads, system, () -> 0);
    Witness sees = new Witness(looks, new OwnPackages(null), any -> 0, any -> null);
    loop.runs(7, START);
    new StallDesk(() -> settings, looks, sees, pauses, this::report).look(loop, START + LIMIT);
    return last();
  }
}
