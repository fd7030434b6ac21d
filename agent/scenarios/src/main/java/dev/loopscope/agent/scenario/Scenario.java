package dev.loopscope.agent.scenario;

import static dev.loopscope.agent.scenario.Expectation.blamed;
import static dev.loopscope.agent.scenario.Expectation.deadlocked;
import static dev.loopscope.agent.scenario.Expectation.eitherOf;
import static dev.loopscope.agent.scenario.Expectation.locked;
import static dev.loopscope.agent.scenario.Expectation.mixOf;
import static dev.loopscope.agent.scenario.Expectation.noCodeAlert;
import static dev.loopscope.agent.scenario.Expectation.nothing;
import static dev.loopscope.agent.scenario.Half.HELD_OUT;
import static dev.loopscope.agent.scenario.Half.TUNE;
import static dev.loopscope.agent.scenario.Setting.DEBUGGED;
import static dev.loopscope.agent.scenario.Setting.PLAIN;
import static dev.loopscope.agent.scenario.Setting.SLOW_COLLECTIONS;
import static dev.loopscope.protocol.Stall.Cause.BLOCKING_IO;
import static dev.loopscope.protocol.Stall.Cause.CPU;
import static dev.loopscope.protocol.Stall.Cause.LOCK;
import static dev.loopscope.protocol.Stall.Cause.SLEEP;
import static dev.loopscope.protocol.Stall.Cause.UNKNOWN;
import static dev.loopscope.protocol.Stall.Cause.WAIT;

import dev.loopscope.agent.scenario.act.Act;
import dev.loopscope.agent.scenario.act.Bystander;
import dev.loopscope.agent.scenario.act.ClassInitialisation;
import dev.loopscope.agent.scenario.act.Computing;
import dev.loopscope.agent.scenario.act.Files;
import dev.loopscope.agent.scenario.act.Locks;
import dev.loopscope.agent.scenario.act.Mixes;
import dev.loopscope.agent.scenario.act.Pauses;
import dev.loopscope.agent.scenario.act.Sockets;
import dev.loopscope.agent.scenario.act.Starving;
import dev.loopscope.agent.scenario.act.Waits;
import dev.loopscope.protocol.Stall.Cause;
import java.util.function.Supplier;

/**
 * The table of scenarios: an act, the JVM that it is played in, and what must be said of it. Half
 * of them are {@link Half#HELD_OUT}: do not look at their results while you tune thresholds.
 */
public enum Scenario {
  THREAD_SLEEP(TUNE, Waits.Sleep::new, blamed(SLEEP)),
  PARK(HELD_OUT, Waits.Park::new, blamed(WAIT)),
  OBJECT_WAIT(TUNE, Waits.ObjectWait::new, blamed(WAIT)),
  LATCH_AWAIT(HELD_OUT, Waits.Latch::new, blamed(WAIT)),
  FUTURE_JOIN(TUNE, Waits.FutureJoin::new, blamed(WAIT)),
  FUTURE_GET(HELD_OUT, Waits.FutureGet::new, blamed(WAIT)),
  QUEUE_TAKE(HELD_OUT, Waits.QueueTake::new, blamed(WAIT)),
  THREAD_JOIN(TUNE, Waits.ThreadJoin::new, blamed(WAIT)),
  CONDITION_AWAIT(TUNE, Waits.ConditionAwait::new, blamed(WAIT)),
  SEMAPHORE_ACQUIRE(HELD_OUT, Waits.SemaphoreAcquire::new, blamed(WAIT)),
  MONITOR(TUNE, Locks.Monitor::new, locked(1)),
  MONITOR_CHAIN(HELD_OUT, Locks.Chain::new, locked(2)),
  REENTRANT_LOCK(TUNE, Locks.Reentrant::new, locked(1)),
  READ_WRITE_LOCK(HELD_OUT, Locks.ReadWrite::new, locked(1)),
  OWN_CODE(TUNE, Computing.OwnCode::new, blamed(CPU)),
  SPIN(HELD_OUT, Computing.Spin::new, blamed(CPU)),
  BACKTRACKING(HELD_OUT, Computing.Backtracking::new, blamed(CPU)),
  LARGE_NUMBERS(TUNE, Computing.LargeNumbers::new, blamed(CPU)),
  SORTING(HELD_OUT, Computing.Sorting::new, blamed(CPU)),
  PARSING(TUNE, Computing.Parsing::new, blamed(CPU)),
  // with no CPU left, safepoints take long as well: to reach one, threads must run
  STARVED(HELD_OUT, Starving::new, eitherOf(Cause.STARVED, Cause.SAFEPOINT)),
  CLASS_INITIALISATION(HELD_OUT, ClassInitialisation::new, eitherOf(WAIT, UNKNOWN)),
  SOCKET_READ(TUNE, Sockets.Read::new, blamed(BLOCKING_IO)),
  CHANNEL_READ(HELD_OUT, Sockets.ChannelRead::new, blamed(BLOCKING_IO)),
  SOCKET_ACCEPT(TUNE, Sockets.Accept::new, blamed(BLOCKING_IO)),
  SOCKET_CONNECT(HELD_OUT, Sockets.Connect::new, blamed(BLOCKING_IO)),
  DATAGRAM_RECEIVE(HELD_OUT, Sockets.Receive::new, blamed(BLOCKING_IO)),
  NAMED_PIPE_OPEN(TUNE, Files.NamedPipe::new, blamed(BLOCKING_IO)),
  PIPE_READ(HELD_OUT, Files.InnerPipe::new, blamed(BLOCKING_IO)),
  FILE_FORCE(TUNE, Files.Force::new, eitherOf(BLOCKING_IO, CPU)),
  PROCESS_WAIT(HELD_OUT, Files.ProcessEnd::new, blamed(WAIT)),
  PROCESS_READ(TUNE, Files.ProcessOutput::new, blamed(BLOCKING_IO)),
  LOCK_THEN_SLEEP(TUNE, Mixes.LockThenSleep::new, mixOf(LOCK, SLEEP)),
  LOCK_AND_COLLECTION(
      HELD_OUT,
      SLOW_COLLECTIONS,
      Disturbance.NONE,
      Mixes.LockAndCollection::new,
      mixOf(LOCK, Cause.GC)),
  EXPLICIT_COLLECTION(
      TUNE,
      SLOW_COLLECTIONS,
      Disturbance.NONE,
      Pauses.ExplicitCollection::new,
      noCodeAlert(Cause.GC)),
  ALLOCATION_STORM(
      HELD_OUT,
      SLOW_COLLECTIONS,
      Disturbance.NONE,
      Pauses.AllocationStorm::new,
      noCodeAlert(Cause.GC)),
  HEAP_DUMP(
      TUNE, SLOW_COLLECTIONS, Disturbance.NONE, Pauses.HeapDump::new, noCodeAlert(Cause.SAFEPOINT)),
  PROCESS_STOPPED(HELD_OUT, PLAIN, Disturbance.STOPPED, Bystander::new, noCodeAlert(Cause.FROZEN)),
  DEBUGGER_SUSPENDS_JVM(
      TUNE, DEBUGGED, Disturbance.JVM_SUSPENDED, Bystander::new, noCodeAlert(Cause.FROZEN)),
  DEBUGGER_SUSPENDS_LOOP(HELD_OUT, DEBUGGED, Disturbance.LOOP_SUSPENDED, Bystander::new, nothing()),
  DEADLOCK(TUNE, Locks.Deadlock::new, deadlocked());

  private final Half half;
  private final Setting setting;
  private final Disturbance disturbance;
  private final Supplier<Act> act;
  private final Expectation expectation;

  Scenario(
      Half half,
      Setting setting,
      Disturbance disturbance,
      Supplier<Act> act,
      Expectation expectation) {
    this.half = half;
    this.setting = setting;
    this.disturbance = disturbance;
    this.act = act;
    this.expectation = expectation;
  }

  Scenario(Half half, Supplier<Act> act, Expectation expectation) {
    this(half, Setting.PLAIN, Disturbance.NONE, act, expectation);
  }

  /** Whether it may be tuned on. */
  public Half half() {
    return half;
  }

  /** What kind of JVM it needs. */
  public Setting setting() {
    return setting;
  }

  /** What somebody outside must do while it is played. */
  public Disturbance disturbance() {
    return disturbance;
  }

  /** What must be said of it. */
  public Expectation expectation() {
    return expectation;
  }

  /** Whether the loop is blocked for good: then it is the last one for its program. */
  public boolean isFatal() {
    return expectation.deadlock();
  }

  Act newAct() {
    return act.get();
  }
}
