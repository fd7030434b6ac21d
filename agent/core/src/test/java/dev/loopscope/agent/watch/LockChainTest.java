package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.Stall.Holder;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LockChainTest {

  private static final long LOOP = 1;

  private final FakeThreads threads = new FakeThreads();
  private final StackBook stacks = new StackBook(new OwnPackages(null));

  @Test
  void followsEveryLockToItsOwner() {
    waits(LOOP, "Store@1", 2, "writer");
    waits(2, "Log@2", 3, "logger");
    threads.put(3, Samples.sleeping(5));
    LockChain chain = chain();
    assertThat(chain.holders()).extracting(Holder::thread).containsExactly("writer", "logger");
    assertThat(chain.holders()).extracting(Holder::threadId).containsExactly(2L, 3L);
    assertThat(chain.holders()).extracting(Holder::lock).containsExactly("Store@1", "Log@2");
    assertThat(chain.holders())
        .extracting(Holder::state)
        .containsExactly(Thread.State.BLOCKED, Thread.State.TIMED_WAITING);
    assertThat(chain.holders()).allSatisfy(holder -> assertThat(holder.stack()).isPositive());
    assertThat(chain.deadlock()).isFalse();
  }

  @Test
  void threadsThatWaitForEachOtherAreADeadlock() {
    waits(LOOP, "Store@1", 2, "writer");
    waits(2, "Log@2", LOOP, "loop");
    assertThat(chain().deadlock()).isTrue();
    assertThat(chain().holders()).extracting(Holder::thread).containsExactly("writer", "loop");
  }

  @Test
  void aDeadlockOfOthersHoldsUpTheLoopForEverToo() {
    waits(LOOP, "Store@1", 2, "writer");
    waits(2, "Log@2", 3, "logger");
    waits(3, "Disk@3", 2, "writer");
    assertThat(chain().deadlock()).isTrue();
  }

  @Test
  void aChainWithoutEndIsCut() {
    for (long id = LOOP; id < 100; id++) {
      waits(id, "Lock@" + id, id + 1, "thread-" + (id + 1));
    }
    assertThat(chain().holders()).hasSize(Limits.MAX_HOLDERS_PER_STALL);
    assertThat(threads.samples).as("stacks taken").isEqualTo(4);
  }

  @Test
  void anOwnerThatIsGoneIsNotTold() {
    waits(LOOP, "Store@1", 99, "gone");
    assertThat(chain().holders()).isEmpty();
  }

  @Test
  void aDebuggerAtTheEndOfTheChainIsNoticedWithoutStoppingAnybody() {
    waits(LOOP, "Store@1", 2, "writer");
    threads.put(2, Samples.suspended(Samples.running(0)));
    assertThat(LockChain.endsSuspended(LOOP, threads)).isTrue();
    threads.put(2, Samples.running(0));
    assertThat(LockChain.endsSuspended(LOOP, threads)).isFalse();
    assertThat(threads.samples).isZero();
  }

  private void waits(long threadId, String lock, long owner, String name) {
    threads.put(
        threadId, Samples.waiting(Thread.State.BLOCKED, lock, owner, name, Samples.app("read", 1)));
  }

  private LockChain chain() {
    ThreadSample start = Objects.requireNonNull(threads.peek(LOOP));
    return LockChain.of(LOOP, start, threads, stacks, any -> 0);
  }
}
