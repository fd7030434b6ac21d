package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeLoopsTest {
  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void threadsOfTheAgentNeverBecomeLoops() {
    Thread own = new Thread(() -> {}, LoopscopeLoops.OWN_THREADS + "drain");

    assertThat(LoopscopeLoops.findOrAdd(own)).isNull();
    assertThat(LoopscopeLoops.all()).isEmpty();
  }

  @Test
  void manyThreadsEachFindTheirOwnLoop() {
    List<Thread> threads = new ArrayList<>();
    Set<Integer> indexes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Thread thread = new Thread(() -> {}, "t" + i);
      threads.add(thread);
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(thread);
      assertThat(loop).isNotNull();
      indexes.add(java.util.Objects.requireNonNull(loop).index());
    }

    assertThat(indexes).hasSize(1000).doesNotContain(0);
    assertThat(LoopscopeLoops.all()).hasSize(1000);
    for (Thread thread : threads) {
      LoopscopeLoop loop = LoopscopeLoops.find(thread);
      assertThat(java.util.Objects.requireNonNull(loop).thread()).isSameAs(thread);
    }
  }

  @Test
  void loopsBeyondTheLimitAreRefusedAndCounted() {
    for (int i = 0; i < LoopscopeLoops.MAX + 3; i++) {
      LoopscopeLoops.findOrAdd(new Thread(() -> {}, "t" + i));
    }

    assertThat(LoopscopeLoops.all()).hasSize(LoopscopeLoops.MAX);
    assertThat(LoopscopeLoops.refused()).isEqualTo(3);
  }

  @Test
  void removedLoopMakesRoomWithoutHidingOthers() {
    long changes = LoopscopeLoops.changes();
    LoopscopeLoop first = LoopscopeLoops.findOrAdd(new Thread(() -> {}, "first"));
    Thread second = new Thread(() -> {}, "second");
    LoopscopeLoops.findOrAdd(second);

    LoopscopeLoops.remove(java.util.Objects.requireNonNull(first));

    assertThat(LoopscopeLoops.find(first.thread())).isNull();
    assertThat(LoopscopeLoops.find(second)).isNotNull();
    assertThat(LoopscopeLoops.all()).hasSize(1);
    assertThat(LoopscopeLoops.changes()).isGreaterThan(changes + 2);
  }

  @Test
  void kindOnlyBecomesMoreExact() {
    Thread thread = new Thread(() -> {}, "loop");
    LoopscopeLoops.register(thread, "netty-nio", 3);
    LoopscopeLoops.register(thread, "selector", 1);

    assertThat(LoopscopeLoops.all().get(0).kind()).isEqualTo("netty-nio");
  }

  @Test
  void withoutMemoryForARingRunsAreCountedAsLost() {
    LoopscopeLoops.reset(0);
    ProbeSession.run(() -> {});
    ProbeSession.run(() -> {});

    assertThat(ProbeSession.loop().ring()).isNull();
    assertThat(ProbeSession.loop().lost()).isEqualTo(2);
    assertThat(ProbeSession.loop().counts().get(LoopscopeCounts.DONE)).isEqualTo(2);
  }

  @Test
  void ringsShareTheMemoryTheyAreGiven() {
    LoopscopeLoops.reset(1 << 20);
    long bytes = 0;
    LoopscopeRing ring = LoopscopeLoops.allocateRing();
    int first = java.util.Objects.requireNonNull(ring).capacity();
    while (ring != null) {
      bytes += (long) ring.capacity() * LoopscopeRecord.LONGS * Long.BYTES;
      ring = LoopscopeLoops.allocateRing();
    }

    assertThat(first).isEqualTo(2048);
    assertThat(bytes).isBetween(1L << 19, 1L << 20);
  }

  @Test
  void watcherNeverSeesAMixOfTwoRuns() {
    LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
    java.util.Objects.requireNonNull(loop);
    CompletableFuture<Long> watcher =
        CompletableFuture.supplyAsync(
            () -> {
              LoopscopeCurrent seen = new LoopscopeCurrent();
              long copies = 0;
              while (LoopscopePoints.on()) {
                if (loop.readCurrent(seen)) {
                  copies++;
                  assertThat(seen.parentId).isEqualTo(seen.startNanos);
                  assertThat(seen.submittedNanos).isEqualTo(seen.startNanos);
                  assertThat(seen.submitterThreadId).isEqualTo(seen.startNanos);
                }
              }
              return copies;
            });
    long deadline = System.nanoTime() + 5_000_000_000L;
    for (long i = 1; i < 400_000 && System.nanoTime() < deadline; i++) {
      loop.begin(LoopscopeRecord.KIND_TASK, 0, i, i, 0, i, i, null);
      loop.end(i);
    }
    LoopscopePoints.turnOff();

    assertThat(watcher.join()).isNotNegative();
  }
}
