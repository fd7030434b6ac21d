package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeEventsTest {
  private final ProbeSession session = new ProbeSession();

  /** An event of the application that nobody may ask anything. */
  private static final class Event {
    @Override
    public int hashCode() {
      throw new AssertionError("the application's code was called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("the application's code was called");
    }
  }

  @AfterEach
  void end() {
    session.close();
    LoopscopeEvents.reset();
  }

  private static void dispatch(Object event, Runnable during) {
    LoopscopeEvents.enter(event, "swing", 2);
    during.run();
    LoopscopeEvents.exit(null);
  }

  private static long count(int what) {
    LoopscopeLoop loop = LoopscopeLoops.find();
    return LoopscopeLoops.unbound().get(what) + (loop == null ? 0 : loop.counts().get(what));
  }

  @Test
  void eventRemembersWhoPostedItAndCountsOnceWhateverQueueItMovesTo() {
    Event event = new Event();
    LoopscopeEvents.announced(event);
    LoopscopeEvents.posted(event, null);
    LoopscopeEvents.posted(event, null);

    dispatch(event, () -> {});

    ProbeSession.Entry record = records().get(0);
    assertThat(record.type()).isEqualTo(Event.class.getName());
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
    assertThat(count(LoopscopeCounts.SUBMITTED)).isEqualTo(1);
    assertThat(count(LoopscopeCounts.DONE)).isEqualTo(1);
  }

  @Test
  void mergedEventIsOneLess() {
    LoopscopeEvents.posted(new Event(), null);
    LoopscopeEvents.posted(new Event(), null);
    LoopscopeEvents.coalesced(true, null);
    LoopscopeEvents.coalesced(false, null);

    assertThat(count(LoopscopeCounts.SUBMITTED) - count(LoopscopeCounts.REJECTED)).isEqualTo(1);
  }

  @Test
  void eventThatAFilterThrowsAwayIsCancelled() {
    dispatch(new Event(), () -> {}); // makes the thread a loop
    Event event = new Event();
    LoopscopeEvents.posted(event, null);
    LoopscopeEvents.waits();
    LoopscopeEvents.taken(event);
    LoopscopeEvents.waits();

    assertThat(count(LoopscopeCounts.CANCELLED)).isEqualTo(1);
    assertThat(count(LoopscopeCounts.TAKEN)).isEqualTo(1);
  }

  @Test
  void anEventThatWaitsForFurtherOnesIsNoLongRun() {
    dispatch(
        new Event(),
        () -> {
          LoopscopeEvents.waits();
          assertThat(loop().isRunning()).isFalse();
          dispatch("inner", () -> assertThat(loop().isRunning()).isTrue());
        });

    List<ProbeSession.Entry> records = records();
    assertThat(records)
        .extracting(ProbeSession.Entry::type)
        .containsExactly(Event.class.getName(), "java.lang.String", Event.class.getName());
    assertThat(records.get(2).kind()).isEqualTo(LoopscopeRecord.KIND_INTERNAL);
    assertThat(records.get(2).parent()).isEqualTo(records.get(0).id());
    assertThat(count(LoopscopeCounts.DONE)).isEqualTo(2);
  }

  @Test
  void theWayFromOneInnerEventToTheNextWaitIsNoRun() {
    dispatch(
        new Event(),
        () -> {
          for (int i = 0; i < 3; i++) {
            LoopscopeEvents.waits();
            dispatch("inner", () -> {});
          }
        });

    assertThat(records())
        .extracting(ProbeSession.Entry::kind)
        .filteredOn(kind -> kind == LoopscopeRecord.KIND_INTERNAL)
        .hasSizeLessThanOrEqualTo(3)
        .isNotEmpty();
    assertThat(count(LoopscopeCounts.DONE)).isEqualTo(4);
  }

  @Test
  void failureAfterTheWaitCountsAsOneFailureOfTheWholeEvent() {
    LoopscopeEvents.enter(new Event(), "swing", 2);
    LoopscopeEvents.waits();
    LoopscopeEvents.waitEnded();
    LoopscopeEvents.exit(new IllegalStateException());

    assertThat(count(LoopscopeCounts.DONE)).isZero();
    assertThat(count(LoopscopeCounts.FAILED)).isEqualTo(1);
  }

  @Test
  void forgottenEventsAreNotKeptAlive() {
    LoopscopeOrigins origins = new LoopscopeOrigins();
    Object kept = new Object();
    LoopscopeOrigins.Entry entry = new LoopscopeOrigins.Entry(kept, 1, 2, 3);
    origins.put(kept, entry);
    for (int i = 0; i < LoopscopeOrigins.SLOTS * 2; i++) {
      Object other = new Object();
      origins.put(other, new LoopscopeOrigins.Entry(other, 5, 0, 0));
    }
    Object latest = new Object();
    origins.put(latest, new LoopscopeOrigins.Entry(latest, 9, 8, 7));

    LoopscopeOrigins.Entry found = origins.find(latest);
    assertThat(found).isNotNull();
    assertThat(entry.refersTo(kept)).isTrue();
  }
}
