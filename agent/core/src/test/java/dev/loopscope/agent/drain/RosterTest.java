package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.ProbeLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final long WAITS_SINCE = 1_000_000_000L;

  private final ProbeLoop thread = new ProbeLoop(1, Thread.currentThread());
  private final Roster roster = new Roster(() -> List.<LoopscopeLoop>of(thread.loop));

  private static long after(long millis) {
    return WAITS_SINCE + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void threadThatHasWaitedForTwoSecondsIsALoop() {
    thread.waitSince(WAITS_SINCE);

    assertThat(roster.discover(after(1_999))).isEmpty();
    assertThat(roster.discover(after(2_001))).hasSize(1);
    assertThat(roster.discover(after(9_000))).as("it is not found again").isEmpty();
    assertThat(roster.tracks()).hasSize(1);
  }

  @Test
  void threadThatDoesNotWaitNowGetsNoLaneWhateverTheTime() {
    assertThat(roster.discover(after(60_000))).isEmpty();
  }

  @Test
  void loopThatIsGoneCanBeForgotten() {
    thread.loop.prove();
    LoopTrack track = roster.discover(after(1)).get(0);

    roster.remove(track);

    assertThat(roster.tracks()).isEmpty();
    assertThat(roster.track(track.loop())).isNull();
  }
}
