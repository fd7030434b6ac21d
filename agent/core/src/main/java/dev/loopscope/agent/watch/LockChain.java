package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.Stall.Holder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Follows a lock to the thread that holds it, from there to the lock that this thread waits for,
 * and so on. Monitors and locks of {@code java.util.concurrent} alike, as long as they know their
 * owner.
 *
 * @param holders the owners, the one who holds up the loop first
 * @param deadlock whether they wait for each other: then none of them will ever go on
 * @param suspended whether the last one is held by a debugger
 */
record LockChain(List<Holder> holders, boolean deadlock, boolean suspended) {

  static final LockChain NONE = new LockChain(List.of(), false, false);

  /** Stacks are costly; those further down the chain are seldom read. */
  private static final int MAX_STACKS = 4;

  LockChain {
    holders = List.copyOf(holders);
  }

  /** One step: a thread, and who holds what it waits for. */
  private record Link(String lock, long ownerId, ThreadSample owner) {}

  /** Whether the thread at the end of the chain is held by a debugger; stops nobody. */
  static boolean endsSuspended(long threadId, StackSource threads) {
    ThreadSample start = threads.peek(threadId);
    return start != null
        && (start.suspended() || follow(threadId, start, threads, new ArrayList<>()).suspended);
  }

  /**
   * @param threadId the thread that waits
   * @param start what it was seen waiting for
   * @param loops number of the loop of a thread, 0 for others
   */
  static LockChain of(
      long threadId,
      ThreadSample start,
      StackSource threads,
      StackBook stacks,
      LongToIntFunction loops) {
    List<Link> links = new ArrayList<>();
    LockChain chain = follow(threadId, start, threads, links);
    List<Holder> holders = new ArrayList<>();
    for (Link link : links) {
      Stack stack = holders.size() < MAX_STACKS ? stack(link, threads, stacks) : null;
      holders.add(
          new Holder(
              link.lock,
              link.ownerId,
              name(link, links, start),
              loops.applyAsInt(link.ownerId),
              link.owner.state(),
              stack == null ? 0 : stack.id()));
    }
    return new LockChain(holders, chain.deadlock, chain.suspended);
  }

  /** Fills {@code links}; the result says only how the chain ends. */
  private static LockChain follow(
      long threadId, ThreadSample start, StackSource threads, List<Link> links) {
    Set<Long> visited = new HashSet<>(Set.of(threadId));
    ThreadSample waiting = start;
    while (waiting.lockOwnerId() != 0 && links.size() < Limits.MAX_HOLDERS_PER_STALL) {
      ThreadSample owner = threads.peek(waiting.lockOwnerId());
      if (owner == null) {
        break;
      }
      links.add(new Link(waiting.lock(), waiting.lockOwnerId(), owner));
      if (!visited.add(waiting.lockOwnerId())) {
        return new LockChain(List.of(), true, false);
      }
      waiting = owner;
    }
    return new LockChain(List.of(), false, !links.isEmpty() && waiting.suspended());
  }

  private static @Nullable Stack stack(Link link, StackSource threads, StackBook stacks) {
    ThreadSample sample = threads.sample(link.ownerId);
    return sample == null ? null : stacks.stack(sample.frames());
  }

  /** The name of an owner is told by the thread that waits for it. */
  private static String name(Link link, List<Link> links, ThreadSample start) {
    int at = links.indexOf(link);
    return at == 0 ? start.lockOwner() : links.get(at - 1).owner.lockOwner();
  }
}
