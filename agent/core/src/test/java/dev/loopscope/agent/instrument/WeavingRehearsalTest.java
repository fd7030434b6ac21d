package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WeavingRehearsalTest {

  @Test
  void rehearsedMethodIsWovenWithEveryKindOfHook() {
    Point point = WeavingRehearsal.point();
    Set<Integer> woven = new TreeSet<>();

    byte[] result =
        PointWeaver.weave(
            WeavingRehearsal.rehearsed(),
            List.of(new Placement(7, point, Shading.of(point.owner(), point.owner()), 0, 0)),
            woven::add);

    assertThat(woven).containsExactly(7);
    assertThat(result.length).isGreaterThan(WeavingRehearsal.rehearsed().length);
    assertThat(List.of(point.enters(), point.returns(), point.throwing())).noneMatch(List::isEmpty);
    WeavingRehearsal.play();
  }
}
