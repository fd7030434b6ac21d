package dev.loopscope.agent.drain;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.probe.LoopscopeCounts;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopeTypes;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.Outlet;
import dev.loopscope.agent.watch.Lookout;
import dev.loopscope.agent.watch.Watcher;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one session: the drain thread and the watcher's, from their start to their end.
 * Methods may be called from any thread.
 *
 * <p>However the session ends, it ends the same way: a reason is noted, {@code detach} is asked
 * for, the hooks go off, {@link #hooksAreOff} is called, the drain thread sends the rest and the
 * last frame. Only when the target exits nothing is restored: there is no time and no need.
 */
public final class Feed {

  private static final long WATCHER_ENDS_WITHIN_MILLIS = 250;
  private static final long HOOKS_OFF_WITHIN_SECONDS = 10;

  private final Ending ending = new Ending();
  private final CountDownLatch hooksOff = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ErrorLog errors;
  private final Outlet outlet;
  private final Runnable detach;
  private final Consumer<String> outletGone;
  private final Thread drainThread;
  private final Thread watchThread;
  private final Watcher watcher;

  /** Watcher and sources both define stacks. */
  private final AtomicInteger stacks = new AtomicInteger();

  private volatile Settings settings;

  /** All loops that there were when the hooks went off, but those that have gone since. */
  private volatile @Nullable List<LoopscopeLoop> last;

  /** What belonged to no loop when the hooks went off. */
  private volatile @Nullable LoopscopeCounts lastUnbound;

  /**
   * What a session is made of.
   *
   * @param outlet where the frames go; the session closes it
   * @param agentVersion version of the agent's build
   * @param attachedNanos when the hooks were turned on
   * @param settings limits and budget at the start
   * @param plugins names of the plug-ins
   * @param coverage what is instrumented, asked once a second
   * @param loopDetails what is known of loops, for example {@code "Netty 4.1.135"}
   * @param namer tells whose loops they are that are only known to wait
   * @param sources what the plugins tell besides runs
   * @param durationNanos how long the session lasts at most, 0 without an end
   * @param threads makes a daemon thread by name and body
   * @param findIdleLoops makes loops known that wait; called once, by the watcher's thread
   * @param watching told when late loops are looked for
   * @param detach asks for the end of the session; returns at once
   * @param outletGone told, once, why the outlet failed before the session was over
   * @param errors gets what goes wrong
   */
  record Plan(
      Outlet outlet,
      Supplier<String> agentVersion,
      LongSupplier attachedNanos,
      Settings settings,
      List<String> plugins,
      Supplier<Coverage> coverage,
      LoopDetails loopDetails,
      LoopNamer namer,
      List<Source> sources,
      long durationNanos,
      BiFunction<String, Runnable, Thread> threads,
      Runnable findIdleLoops,
      Runnable watching,
      Runnable detach,
      Consumer<String> outletGone,
      ErrorLog errors) {

    public Plan {
      plugins = List.copyOf(plugins);
      sources = List.copyOf(sources);
    }
  }

  /** Makes both threads; {@link #start} starts them. */
  Feed(Plan plan) {
    settings = plan.settings();
    outlet = plan.outlet();
    errors = plan.errors();
    detach = plan.detach();
    outletGone = plan.outletGone();
    Urgent urgent = new Urgent(errors);
    Roster roster = new Roster(this::loops);
    OwnCost cost = new OwnCost();
    watcher =
        new Watcher(
            () -> lookout(plan, urgent, roster), plan.watching(), this::cannotWatch, errors);
    watchThread = plan.threads().apply("watch", watcher);
    drainThread = plan.threads().apply("drain", drain(plan, urgent, roster, cost));
    cost.include(watchThread);
    cost.include(drainThread);
  }

  private Lookout lookout(Plan plan, Urgent urgent, Roster roster) {
    plan.findIdleLoops().run();
    return new Lookout(
        this::settings,
        roster::tracks,
        LoopscopeTypes::name,
        urgent,
        errors,
        stacks::incrementAndGet);
  }

  private Drain drain(Plan plan, Urgent urgent, Roster roster, OwnCost cost) {
    Dictionary dictionary = new Dictionary(outlet, LoopscopeTypes::name, plan.loopDetails());
    RunMerger merger = new RunMerger(outlet);
    RingReader reader = new RingReader(outlet, dictionary, merger, watcher::finished);
    return new Drain(
        new Drain.Parts(
            outlet,
            () -> hello(plan),
            urgent,
            roster,
            this::unbound,
            plan.namer(),
            dictionary,
            new Rings(roster, reader, this::settings, System.nanoTime()),
            new StateTeller(outlet, dictionary, cost::cpuNanos),
            new StatsTeller(outlet, roster, this::unbound, reader, merger, cost, errors),
            new Gaps(outlet),
            new Sources(plan.sources(), outlet, errors, stacks::incrementAndGet),
            plan.coverage(),
            change -> settings = change.settings(),
            this::gone,
            new LeavingTogether(),
            ending,
            errors),
        plan.durationNanos());
  }

  private static Hello hello(Plan plan) {
    return new Hello(
        Version.CURRENT,
        plan.agentVersion().get(),
        ThisProcess.describe(),
        ClockReading.now(),
        plan.attachedNanos().getAsLong(),
        plan.settings(),
        plan.plugins());
  }

  private Settings settings() {
    return settings;
  }

  private List<LoopscopeLoop> loops() {
    List<LoopscopeLoop> present = last;
    return present == null ? LoopscopeLoops.all() : present;
  }

  /** Without its watcher a session would look as if no loop were ever blocked. */
  private void cannotWatch(Throwable cause) {
    errors.count("beginning to look for blocked loops", cause);
    end(Bye.Reason.ERROR, "The agent cannot look for blocked loops here and left: " + cause);
  }

  private LoopscopeCounts unbound() {
    LoopscopeCounts present = lastUnbound;
    return present == null ? LoopscopeLoops.unbound() : present;
  }

  /** Everything about a loop was told, and the probe has forgotten it. */
  private synchronized void gone(LoopTrack track) {
    List<LoopscopeLoop> present = last;
    if (present != null) {
      last = present.stream().filter(loop -> loop != track.probe).toList();
    }
    watcher.gone(track.loop());
  }

  /** Begins to send and to watch. */
  public void start() {
    drainThread.start();
    watchThread.start();
  }

  /** In place of {@link #start}: frees what was made. */
  void discard() {
    outlet.close();
  }

  /** Asks the session to end; returns at once. The first reason given holds. */
  public void end(Bye.Reason reason, String detail) {
    ending.because(reason, detail);
    LockSupport.unpark(drainThread);
  }

  /**
   * Nothing more will come into the rings. Loops of now are the last ones: nobody waits for ever
   * for a drain thread that is late, and those in the probe may then be another session's.
   */
  public void hooksAreOff() {
    synchronized (this) {
      if (last == null) {
        lastUnbound = LoopscopeLoops.unbound();
        last = LoopscopeLoops.all();
      }
    }
    hooksOff.countDown();
    end(Bye.Reason.DETACHED, "somebody detached the agent");
  }

  /** Waits until both threads have done their last; returns whether they have. */
  public boolean awaitEnd(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the watcher with the drain. */
  private final class LeavingTogether implements Leaving {

    @Override
    public void leave(boolean targetExits) {
      try {
        // First the watcher: with the hooks off, a loop that waits looks like one that never ends.
        watcher.stop();
        LockSupport.unpark(watchThread);
        if (!targetExits) {
          detach.run();
          if (!hooksOff.await(HOOKS_OFF_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            errors.count("The hooks were not turned off in time");
          }
        }
        watchThread.join(WATCHER_ENDS_WITHIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void left(Ending.Cause cause) {
      if (cause.outletGone()) {
        outletGone.accept(cause.detail());
      }
      over.countDown();
    }
  }
}
