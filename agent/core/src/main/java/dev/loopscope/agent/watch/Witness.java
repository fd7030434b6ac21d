package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Holder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes the samples of blocked runs: sees that they belong to the run, learns from them whose code
 * is whose, and follows locks to those who hold them. For the watcher's thread.
 */
final class Witness {

  /** The chain of a lock is followed again at every third sample that finds it held. */
  private static final int CHAIN_EVERY = 3;

  private final Sampler sampler;
  private final OwnPackages own;
  private final StackBook stacks;
  private final LongToIntFunction loops;
  private final IntFunction<@Nullable String> typeNames;
  private long spentNanos;

  /**
   * @param loops number of the loop of a thread, 0 for others
   * @param typeNames class name of a type of task by its number
   */
  Witness(
      Sampler sampler,
      OwnPackages own,
      LongToIntFunction loops,
      IntFunction<@Nullable String> typeNames) {
    this(sampler, own, loops, typeNames, new AtomicInteger()::incrementAndGet);
  }

  /**
   * @param stackNumbers the next free number of a stack
   */
  Witness(
      Sampler sampler,
      OwnPackages own,
      LongToIntFunction loops,
      IntFunction<@Nullable String> typeNames,
      IntSupplier stackNumbers) {
    this.sampler = sampler;
    this.own = own;
    this.loops = loops;
    this.typeNames = typeNames;
    stacks = new StackBook(own, stackNumbers);
  }

  StackBook stacks() {
    return stacks;
  }

  /** The settings may say which code is the user's. */
  void follow(Settings settings) {
    if (own.set(settings.ownPackages())) {
      stacks.reconsider();
    }
  }

  /** Samples a blocked run; returns false when it was over before the sample was taken. */
  boolean sample(WatchedLoop loop, StallCase open, long nowNanos) {
    long began = System.nanoTime();
    try {
      return look(loop, open, nowNanos);
    } finally {
      spentNanos += System.nanoTime() - began;
    }
  }

  /** How long all samples took together. */
  long spentNanos() {
    return spentNanos;
  }

  private boolean look(WatchedLoop loop, StallCase open, long nowNanos) {
    Sampler.Seen seen =
        sampler.sample(
            loop.threadId(), nowNanos, () -> loop.currentRun() == open.run.id(), open.lastSeen());
    if (seen == null) {
      return false;
    }
    if (!open.announced && loop.hasLeft(open.run.id(), seen.sample().frames())) {
      open.isNone = true;
      return false;
    }
    if (own.saw(seen.sample().frames(), typeNames.apply(open.run.type()))) {
      stacks.reconsider();
    }
    Stack stack = stacks.stack(seen.sample().frames());
    Observation observation = new Observation(seen.reading(), seen.sample(), seen.system(), stack);
    open.add(observation);
    if (observation.cause().cause() == Cause.LOCK && wantsChain(open, seen.sample())) {
      followLock(loop, open, seen.sample());
    }
    return true;
  }

  private static boolean wantsChain(StallCase open, ThreadSample sample) {
    List<Holder> known = open.chain.holders();
    return known.isEmpty()
        || known.get(0).threadId() != sample.lockOwnerId()
        || open.samples() % CHAIN_EVERY == 0;
  }

  private void followLock(WatchedLoop loop, StallCase open, ThreadSample sample) {
    LockChain chain = LockChain.of(loop.threadId(), sample, sampler.threads(), stacks, loops);
    if (!chain.holders().isEmpty() && loop.currentRun() == open.run.id()) {
      open.chain = chain;
    }
  }
}
