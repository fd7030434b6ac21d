package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Holder;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToIntFunction;

/**
 * Finds threads that wait for each other for ever though none of them is a loop in a run. Where one
 * is, its own stall tells of it; a loop that got there before its runs were seen has none. Each
 * deadlock is told once, as a stall of loop 0, and lasts.
 *
 * <p>A look stops the JVM for a moment, longer where there are many threads. So there is one every
 * {@link #LOOK_EVERY_NANOS}, and none before a thousand times as long has passed as the last one
 * took. For the watcher's thread.
 */
final class Deadlocks {

  static final long LOOK_EVERY_NANOS = 5_000_000_000L;
  private static final int REST_FACTOR = 1_000;

  /** Threads of deadlocks told; more than that means that nothing of the program is alive. */
  private static final int MAX_TOLD = 4_096;

  private final StackSource threads;
  private final StackBook stacks;
  private final LongToIntFunction loops;
  private final LongPredicate inRun;
  private final LongSupplier ids;
  private final LongSupplier clock;
  private final Reports reports;
  private final Set<Long> told = new HashSet<>();
  private long dueNanos;
  private long spentNanos;

  /**
   * @param loops number of the loop of a thread, 0 for others
   * @param inRun whether a thread is a loop that is in a run
   * @param ids the next free number of a stall
   * @param clock monotonic time
   */
  Deadlocks(
      StackSource threads,
      StackBook stacks,
      LongToIntFunction loops,
      LongPredicate inRun,
      LongSupplier ids,
      LongSupplier clock,
      Reports reports) {
    this.threads = threads;
    this.stacks = stacks;
    this.loops = loops;
    this.inRun = inRun;
    this.ids = ids;
    this.clock = clock;
    this.reports = reports;
    dueNanos = clock.getAsLong() + LOOK_EVERY_NANOS;
  }

  /** Looks if it is time to. */
  void look() {
    long began = clock.getAsLong();
    if (began - dueNanos < 0 || told.size() >= MAX_TOLD) {
      return;
    }
    try {
      for (long threadId : threads.deadlocked()) {
        if (!told.contains(threadId)) {
          tell(threadId, began);
        }
      }
    } finally {
      long took = clock.getAsLong() - began;
      spentNanos += took;
      dueNanos = began + took + Math.max(LOOK_EVERY_NANOS, took * REST_FACTOR);
    }
  }

  /** How long all looks took together. */
  long spentNanos() {
    return spentNanos;
  }

  private void tell(long threadId, long nowNanos) {
    ThreadSample start = threads.peek(threadId);
    if (start == null) {
      return;
    }
    LockChain chain = LockChain.of(threadId, start, threads, stacks, loops);
    if (!chain.deadlock()) {
      return; // a wait that ends when a time is over
    }
    boolean withRun = chain.holders().stream().anyMatch(holder -> inRun.test(holder.threadId()));
    if (withRun || report(threadId, start, chain, nowNanos)) {
      told.add(threadId);
      chain.holders().forEach(holder -> told.add(holder.threadId()));
    }
  }

  private boolean report(long threadId, ThreadSample start, LockChain chain, long nowNanos) {
    ThreadSample sample = threads.sample(threadId);
    if (sample == null) {
      return false;
    }
    Stack stack = stacks.stack(sample.frames());
    Culprit culprit = Culprit.of(List.of(new Culprit.Weighed(stack, 1)));
    Holder first = chain.holders().get(0);
    List<Frame> frames = new ArrayList<>();
    List<Stack> fresh = stacks.takeFresh();
    if (!fresh.isEmpty()) {
      frames.add(new Definitions(List.of(), List.of(), fresh));
    }
    frames.add(
        new Stall(
            ids.getAsLong(),
            0,
            new OpenRun(0, 0, 0, RunKind.TASK, 0, 0, nowNanos, 0),
            0,
            nowNanos,
            0,
            List.of(new Stall.Sample(nowNanos, stack.id(), sample.state())),
            culprit.stack(),
            culprit.frame(),
            List.of(
                new Share(
                    Cause.LOCK,
                    0,
                    start.state() + " on " + start.lock() + " held by \"" + first.thread() + '"',
                    start.lock())),
            chain.holders(),
            true));
    boolean taken = reports.report(frames);
    if (!taken) {
      stacks.giveBack(fresh);
    }
    return taken;
  }
}
