package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs of the first moments: the hooks record before the watcher watches. */
class UnwatchedRunTest {

  private static final long MS = 1_000_000;
  private static final long START = 1_000_000 * MS;
  private static final long LIMIT = 50 * MS;

  private final FakeLoop loop = new FakeLoop();
  private final FakeThreads threads = new FakeThreads();
  private final List<Frame> sent = new ArrayList<>();
  private final Sampler sampler = new Sampler(threads, SystemThreads.SILENT, () -> 0);
  private final StallDesk desk =
      new StallDesk(
          () -> new Settings(LIMIT, Map.of(), 200_000),
          sampler,
          new Witness(sampler, new OwnPackages(null), any -> 0, any -> null),
          new FakePauses(),
          sent::addAll);

  private void ended(long millis) {
    long end = START + millis * MS;
    desk.finished(new LongRun(4, FakeLoop.openRun(1, START), end, LIMIT), end + MS);
    desk.closeSettled(end + 2 * MS);
  }

  private Stall stall() {
    return (Stall) sent.get(sent.size() - 1);
  }

  @Test
  void oneThatEndedBeforeItsLoopWasWatchedSaysSoAndBlamesNobody() {
    desk.look(loop, START + 251 * MS);
    ended(250);
    assertThat(stall().culpritFrame()).isEqualTo(-1);
    assertThat(stall().shares())
        .containsExactly(
            new Stall.Share(
                Stall.Cause.UNKNOWN,
                250 * MS,
                "the run ended before the watcher began to watch its loop"));
  }

  @Test
  void soDoesOneWhoseLoopWasNotLookedAtYet() {
    ended(250);
    assertThat(stall().shares().get(0).evidence()).contains("before the watcher began");
  }

  @Test
  void oneThatPausesNobodySawMayExplainIsNotTold() {
    desk.look(loop, START + 141 * MS);
    ended(140);
    assertThat(sent).isEmpty();
  }

  @Test
  void oneOfALoopThatIsNewWhileOthersAreWatchedIsToldFromItsLimitOn() {
    desk.closeSettled(START - MS); // it has begun, and would have seen every pause
    ended(60);
    assertThat(stall().endNanos()).isEqualTo(START + 60 * MS);
  }

  @Test
  void oneThatStillLastsWhenItsLoopIsFirstLookedAtHasACulprit() {
    loop.runs(1, START);
    desk.look(loop, START + 240 * MS);
    loop.idles();
    desk.look(loop, START + 252 * MS);
    ended(250);
    assertThat(stall().culpritFrame()).isEqualTo(1);
    assertThat(stall().endNanos()).isEqualTo(START + 250 * MS);
  }
}
