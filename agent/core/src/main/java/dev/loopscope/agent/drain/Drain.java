package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeCounts;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.Outlet;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Stall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The drain-and-send thread: rings to frames to the outlet, commands back. When the session ends,
 * for whatever reason, this thread leaves the target: hooks off, classes restored, the rest of the
 * rings sent, the last frame, the outlet closed.
 */
final class Drain implements Runnable {

  private static final long DISCOVER_EVERY_NANOS = 20_000_000L;
  private static final long STATES_EVERY_NANOS = 100_000_000L;
  private static final long STATS_EVERY_NANOS = 1_000_000_000L;

  private final Outlet outlet;
  private final Supplier<Hello> hello;
  private final Urgent urgent;
  private final Roster roster;
  private final Supplier<LoopscopeCounts> unbound;
  private final LoopNamer namer;
  private final Dictionary dictionary;
  private final Rings rings;
  private final StateTeller states;
  private final StatsTeller stats;
  private final Gaps gaps;
  private final Sources sources;
  private final Supplier<Coverage> coverage;
  private final Consumer<Command.Configure> configure;
  private final Consumer<LoopTrack> gone;
  private final Leaving leaving;
  private final Ending ending;
  private final ErrorLog errors;
  private final long endNanos;

  private @Nullable Coverage toldCoverage;
  private long nextDiscover;
  private long nextStates;
  private long nextStats;

  /** What the drain works with; all of it belongs to its thread but the ending and the urgent. */
  record Parts(
      Outlet outlet,
      Supplier<Hello> hello,
      Urgent urgent,
      Roster roster,
      Supplier<LoopscopeCounts> unbound,
      LoopNamer namer,
      Dictionary dictionary,
      Rings rings,
      StateTeller states,
      StatsTeller stats,
      Gaps gaps,
      Sources sources,
      Supplier<Coverage> coverage,
      Consumer<Command.Configure> configure,
      Consumer<LoopTrack> gone,
      Leaving leaving,
      Ending ending,
      ErrorLog errors) {}

  /**
   * @param durationNanos how long the session lasts at most, 0 without an end
   */
  Drain(Parts parts, long durationNanos) {
    outlet = parts.outlet();
    hello = parts.hello();
    urgent = parts.urgent();
    roster = parts.roster();
    unbound = parts.unbound();
    namer = parts.namer();
    dictionary = parts.dictionary();
    rings = parts.rings();
    states = parts.states();
    stats = parts.stats();
    gaps = parts.gaps();
    sources = parts.sources();
    coverage = parts.coverage();
    configure = parts.configure();
    gone = parts.gone();
    leaving = parts.leaving();
    ending = parts.ending();
    errors = parts.errors();
    endNanos = durationNanos == 0 ? 0 : System.nanoTime() + durationNanos;
  }

  @Override
  public void run() {
    urgent.readBy(Thread.currentThread());
    Ending.Cause cause = stream();
    try {
      leaving.leave(cause.reason() == Bye.Reason.TARGET_EXIT);
      if (!cause.outletGone()) {
        finish(cause);
      }
    } catch (IOException | RuntimeException | Error e) {
      errors.count("ending the session", e);
    } finally {
      sources.close();
      outlet.close();
      leaving.left(cause);
    }
  }

  private Ending.Cause stream() {
    try {
      while (!outlet.tryOpen()) {
        Ending.Cause cause = ending.cause();
        if (cause != null) {
          return new Ending.Cause(cause.reason(), cause.detail(), true);
        }
        LockSupport.parkNanos(this, Pace.SLOWEST_NANOS);
      }
      outlet.send(hello.get());
      sources.start();
      while (true) {
        long sleep = pass(System.nanoTime());
        Ending.Cause cause = ending.cause();
        if (cause != null) {
          return cause;
        }
        if (urgent.isEmpty()) {
          LockSupport.parkNanos(this, sleep);
        }
      }
    } catch (IOException e) {
      ending.outletGone(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      errors.count("draining the rings", e);
      ending.because(Bye.Reason.ERROR, "The agent failed and left: " + e);
    }
    Ending.Cause cause = ending.cause();
    return cause == null ? new Ending.Cause(Bye.Reason.ERROR, "", true) : cause;
  }

  private long pass(long nowNanos) throws IOException {
    sendUrgent();
    if (nowNanos - nextDiscover >= 0) {
      nextDiscover = nowNanos + DISCOVER_EVERY_NANOS;
      discover(nowNanos);
    }
    long sleep = rings.pass(nowNanos, this::sendUrgent);
    if (nowNanos - nextStates >= 0) {
      nextStates = nowNanos + STATES_EVERY_NANOS;
      tellStates();
      sources.tell(nowNanos);
    }
    if (nowNanos - nextStats >= 0) {
      nextStats = nowNanos + STATS_EVERY_NANOS;
      tellCoverage();
      stats.tell(nowNanos);
    }
    outlet.flush();
    obey();
    if (endNanos != 0 && nowNanos - endNanos >= 0) {
      ending.because(Bye.Reason.COMPLETE, "the time that was asked for is over");
    }
    return sleep;
  }

  private void discover(long nowNanos) throws IOException {
    roster.discover(nowNanos);
    for (LoopTrack track : roster.tracks()) {
      namer.look(track);
      dictionary.useLoop(track);
    }
  }

  /** Sends the watcher's findings, what they refer to first. */
  private void sendUrgent() throws IOException {
    List<? extends Frame> frames = urgent.poll();
    if (frames == null) {
      return;
    }
    for (; frames != null; frames = urgent.poll()) {
      for (Frame frame : frames) {
        if (frame instanceof Stall stall) {
          LoopTrack track = roster.track(stall.loop());
          if (track != null) {
            dictionary.useLoop(track);
          }
          dictionary.useType(stall.run().type());
        }
        outlet.send(frame);
      }
    }
    outlet.flush();
  }

  private void tellStates() throws IOException {
    for (LoopTrack track : roster.tracks()) {
      boolean ended = !track.probe.thread().isAlive();
      if (ended) {
        track.probe.threadEnded();
      }
      if (ended && track.waiting() > 0) {
        continue; // the rest of its ring comes with the next pass
      }
      if (ended) {
        gaps.tellRest(track, System.nanoTime());
      } else {
        gaps.tellWithoutRing(track, System.nanoTime());
      }
      states.tell(track, System.nanoTime(), ended);
      if (ended) {
        stats.gone(track);
        roster.remove(track);
        LoopscopeLoops.remove(track.probe);
        gone.accept(track);
      }
    }
    states.tellUnbound(unbound.get(), System.nanoTime());
  }

  private void tellCoverage() throws IOException {
    Coverage now = coverage.get();
    if (!now.equals(toldCoverage)) {
      toldCoverage = now;
      outlet.send(now);
    }
  }

  private void obey() throws IOException {
    for (Command command = outlet.poll(); command != null; command = outlet.poll()) {
      if (command instanceof Command.Configure change) {
        configure.accept(change);
        outlet.send(change);
      } else {
        ending.because(Bye.Reason.DETACHED, "the dashboard asked for it");
      }
    }
  }

  /**
   * Hooks are off: what is left in the rings is all there is, those of loops too that came since
   * the last pass began. On a busy machine a short session may have one pass alone.
   */
  private void finish(Ending.Cause cause) throws IOException {
    discover(System.nanoTime());
    rings.pass(System.nanoTime(), this::sendUrgent);
    sendUrgent();
    for (LoopTrack track : roster.tracks()) {
      long now = System.nanoTime();
      gaps.tellRest(track, now);
      states.tell(track, now, !track.probe.thread().isAlive());
    }
    states.tellUnbound(unbound.get(), System.nanoTime());
    tellCoverage();
    stats.tell(System.nanoTime());
    outlet.send(new Bye(System.nanoTime(), cause.reason(), cause.detail()));
    outlet.flush();
  }
}
