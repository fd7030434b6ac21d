package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeActorsTest {
  private static final Object POOL = new Object();
  private static final String KIND = "pekko-dispatcher";
  private static final int RANK = 5;

  private final ProbeSession session = new ProbeSession();
  private final Object mailbox = new Object();
  private final Object actor = new BitSet();

  @AfterEach
  void end() {
    session.close();
  }

  private static void take(Object task) {
    LoopscopePoolWorkers.started(POOL, null, "thread-pool", 2);
    LoopscopePoolWorkers.took(task);
    LoopscopePoolWorkers.locked(Thread.currentThread(), POOL, "thread-pool", 2);
  }

  private static void leave() {
    LoopscopePoolWorkers.unlocked(Thread.currentThread());
  }

  @Test
  void turnOfAMailboxHasTheNameOfItsActorAndKnowsWhenItWasScheduled() {
    LoopscopeActors.scheduled(true, mailbox);
    take(mailbox);
    LoopscopeActors.receives(actor, KIND, RANK);
    leave();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.type()).isEqualTo("java.util.BitSet");
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
    assertThat(loop().kind()).isEqualTo(KIND);
  }

  @Test
  void beingScheduledAlreadyIsNoNewOrigin() {
    LoopscopeActors.scheduled(false, mailbox);
    take(mailbox);
    leave();

    assertThat(records().get(0).submitted()).isZero();
  }

  @Test
  void actorToldByAnotherHasThatOnesTurnAsParent() {
    Object other = new BitSet();
    take(mailbox);
    LoopscopeActors.scheduled(true, other);
    leave();
    take(other);
    leave();

    var records = records();
    assertThat(records.get(1).parent()).isEqualTo(records.get(0).id());
  }

  @Test
  void actorWithMoreToDoIsNotItsOwnCause() {
    take(mailbox);
    LoopscopeActors.scheduled(true, mailbox);
    leave();
    take(mailbox);
    leave();

    ProbeSession.Entry second = records().get(1);
    assertThat(second.parent()).isZero();
    assertThat(second.submitted()).isPositive();
  }

  @Test
  void threadThatIsNoWorkerKeepsItsKind() {
    LoopscopeLoops.findOrAdd(Thread.currentThread());
    String kind = loop().kind();

    LoopscopeActors.receives(actor, KIND, RANK);

    assertThat(loop().kind()).isEqualTo(kind);
  }

  @Test
  void nothingHappensBetweenSessions() {
    LoopscopePoints.turnOff();

    LoopscopeActors.scheduled(true, mailbox);
    LoopscopeActors.receives(actor, KIND, RANK);

    assertThat(LoopscopeLoops.find()).isNull();
  }
}
