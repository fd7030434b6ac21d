package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookTimesTest {
  private final LookTimes times = new LookTimes();
  private final List<FakeLoop> loops = List.of(new FakeLoop(1), new FakeLoop(2));

  @Test
  void loopIsLookedAtOnlyWhenItIsDue() {
    times.follow(loops, 100);
    times.next(0, 105);
    times.next(1, 125);

    assertThat(times.earliest(130)).isEqualTo(105);
    times.follow(loops, 105);
    assertThat(times.isDue(0, 105)).isTrue();
    assertThat(times.isDue(1, 105)).isFalse();
    assertThat(times.isDue(1, 126)).as("late is due too").isTrue();
  }

  @Test
  void allLoopsAreDueWhenThereAreOthersThanBefore() {
    times.follow(loops, 100);
    times.next(0, 200);
    times.next(1, 200);

    times.follow(List.of(loops.get(0), loops.get(1), new FakeLoop(3)), 110);

    assertThat(times.isDue(0, 110)).isTrue();
    assertThat(times.isDue(2, 110)).isTrue();
  }

  @Test
  void withoutLoopsTheLatestTimeHolds() {
    times.follow(List.of(), 100);

    assertThat(times.earliest(125)).isEqualTo(125);
  }
}
