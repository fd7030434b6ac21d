package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeTurnsTest {
  private static final int MANY = 10_000;

  private final ProbeSession session = new ProbeSession();
  private final LoopscopeTurns.Place place = new LoopscopeTurns.Place();

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void turnLastsUntilTheNextOrTheEndOfThePhase() {
    LoopscopeTurns turns = new LoopscopeTurns();
    Object one = new Object();
    Object other = new Object();

    turns.begin(one, 100);
    turns.begin(other, 130);
    turns.begin(one, 137);
    turns.end(140);
    turns.end(900);

    assertThat(turns.all()).isEqualTo(3);
    assertThat(busyNanos(turns, one)).isEqualTo(33);
    assertThat(busyNanos(turns, other)).isEqualTo(7);
  }

  @Test
  void tableIsBoundedAndTheBusiestKeepsItsPlace() {
    LoopscopeTurns turns = new LoopscopeTurns();
    Object busy = new Object();
    List<Object> quiet = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < MANY; i++) {
      quiet.add(new Object());
      turns.begin(busy, now);
      now += 1000;
      turns.begin(quiet.get(i), now);
      now += 1;
    }
    turns.end(now);

    assertThat(turns.all()).isEqualTo(2 * MANY);
    assertThat(busyNanos(turns, busy)).isEqualTo(1000L * MANY);
    assertThat(taken(turns)).isEqualTo(LoopscopeTurns.PLACES);
    assertThat(quiet).as("still there, so that no place is free").hasSize(MANY);
  }

  @Test
  void whoWasBusyLongAgoGivesWayToWhoIsBusyNow() {
    LoopscopeTurns turns = new LoopscopeTurns();
    List<Object> former = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < MANY; i++) {
      former.add(new Object());
      turns.begin(former.get(i), now);
      now += 1_000_000;
    }
    turns.end(now);
    turns.age();
    List<Object> present = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      present.add(new Object());
      turns.begin(present.get(i), now);
      now += 10;
    }
    turns.end(now);

    assertThat(former).allMatch(one -> busyNanos(turns, one) == -1);
    assertThat(present).as("still there").hasSize(MANY);
  }

  @Test
  void turnsAreCountedInTheIoPhaseOfALoopOnly() {
    Object channel = new Object();
    LoopscopeTurns.turn(channel, "this$0");
    assertThat(LoopscopeLoops.find()).isNull();

    Object selector = new Object();
    LoopscopePolls.enter(selector, "selector", 1, 0);
    LoopscopePolls.exit(1);
    LoopscopeTurns.turn(channel, "this$0");
    LoopscopePolls.enter(selector, "selector", 1, 0);
    LoopscopeTurns.turn(channel, "this$0");

    LoopscopeTurns turns = Objects.requireNonNull(loop().facts().turns());
    assertThat(turns.all()).isOne();
    assertThat(busyNanos(turns, channel)).isNotNegative();
  }

  private long busyNanos(LoopscopeTurns turns, @Nullable Object of) {
    for (int i = 0; i < LoopscopeTurns.PLACES; i++) {
      turns.read(i, place);
      if (place.serial != 0 && place.who == of) {
        return place.busyNanos;
      }
    }
    return -1;
  }

  private int taken(LoopscopeTurns turns) {
    int taken = 0;
    for (int i = 0; i < LoopscopeTurns.PLACES; i++) {
      turns.read(i, place);
      taken += place.serial == 0 ? 0 : 1;
    }
    return taken;
  }
}
