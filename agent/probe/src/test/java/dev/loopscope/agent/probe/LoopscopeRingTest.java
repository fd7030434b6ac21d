package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopscopeRingTest {
  private final LoopscopeRing ring = new LoopscopeRing(8);
  private final long[] drained = new long[64 * LoopscopeRecord.LONGS];

  private static void write(LoopscopeRing ring, long runId) {
    long header = LoopscopeRecord.header(LoopscopeRecord.KIND_TASK, 0, 7);
    ring.write(header, runId, 2, 3, 4, 5, runId * 10, 8);
  }

  private long field(int record, int field) {
    return drained[record * LoopscopeRecord.LONGS + field];
  }

  @Test
  void recordComesOutAsItWentIn() {
    write(ring, 1);

    assertThat(ring.drain(drained, 64)).isOne();
    long header = field(0, LoopscopeRecord.HEADER);
    assertThat(LoopscopeRecord.kind(header)).isEqualTo(LoopscopeRecord.KIND_TASK);
    assertThat(LoopscopeRecord.outcome(header)).isEqualTo(LoopscopeRecord.OUTCOME_DONE);
    assertThat(LoopscopeRecord.type(header)).isEqualTo(7);
    assertThat(drained).startsWith(header, 1, 2, 3, 4, 5, 10, 8);
    assertThat(ring.drain(drained, 64)).isZero();
  }

  @Test
  void recordsKeepTheirOrderAcrossTheEndOfTheArray() {
    for (long id = 1; id <= 6; id++) {
      write(ring, id);
    }
    assertThat(ring.drain(drained, 5)).isEqualTo(5);
    for (long id = 7; id <= 12; id++) {
      write(ring, id);
    }

    assertThat(ring.size()).isEqualTo(7);
    assertThat(ring.drain(drained, 64)).isEqualTo(7);
    for (int i = 0; i < 7; i++) {
      assertThat(field(i, LoopscopeRecord.RUN_ID)).isEqualTo(6 + i);
    }
    assertThat(ring.lost()).isZero();
  }

  @Test
  void fullRingCountsEveryLostRunAndTellsItWhereItHappened() {
    for (long id = 1; id <= 11; id++) {
      write(ring, id);
    }
    assertThat(ring.lost()).isEqualTo(3);
    assertThat(ring.drain(drained, 64)).isEqualTo(8);

    write(ring, 12);

    assertThat(ring.drain(drained, 64)).isEqualTo(2);
    assertThat(LoopscopeRecord.kind(field(0, LoopscopeRecord.HEADER)))
        .isEqualTo(LoopscopeRecord.KIND_GAP);
    assertThat(field(0, LoopscopeRecord.RUN_ID)).isEqualTo(9);
    assertThat(field(0, LoopscopeRecord.LOST_COUNT)).isEqualTo(3);
    assertThat(field(0, LoopscopeRecord.START_NANOS)).isEqualTo(90);
    assertThat(field(0, LoopscopeRecord.END_NANOS)).isEqualTo(110);
    assertThat(field(1, LoopscopeRecord.RUN_ID)).isEqualTo(12);
  }

  @Test
  void runsAreLostUntilThereIsRoomForTheGapRecordToo() {
    for (long id = 1; id <= 9; id++) {
      write(ring, id);
    }
    ring.drain(drained, 1);

    write(ring, 10);
    assertThat(ring.lost()).isEqualTo(2);
    ring.drain(drained, 1);
    write(ring, 11);

    assertThat(ring.lost()).isEqualTo(2);
    assertThat(ring.drain(drained, 64)).isEqualTo(8);
    assertThat(field(6, LoopscopeRecord.LOST_COUNT)).isEqualTo(2);
    assertThat(field(7, LoopscopeRecord.RUN_ID)).isEqualTo(11);
  }

  @Test
  void drainTakesNoMoreThanTheTargetHolds() {
    write(ring, 1);
    write(ring, 2);

    assertThat(ring.drain(new long[LoopscopeRecord.LONGS], 64)).isOne();
    assertThat(ring.size()).isOne();
  }

  @Test
  void everyRunIsReceivedOrCountedWhileBothSidesRun() {
    long runs = 300_000;
    LoopscopeRing shared = new LoopscopeRing(64);
    CompletableFuture<Void> producer =
        CompletableFuture.runAsync(
            () -> {
              for (long id = 1; id <= runs; id++) {
                write(shared, id);
              }
            });

    long next = 1;
    long received = 0;
    boolean last = false;
    while (!last) {
      last = producer.isDone();
      int count = shared.drain(drained, 48);
      for (int i = 0; i < count; i++) {
        assertThat(field(i, LoopscopeRecord.RUN_ID)).isEqualTo(next);
        boolean gap =
            LoopscopeRecord.kind(field(i, LoopscopeRecord.HEADER)) == LoopscopeRecord.KIND_GAP;
        next += gap ? field(i, LoopscopeRecord.LOST_COUNT) : 1;
        if (!gap) {
          received++;
          assertThat(field(i, LoopscopeRecord.END_NANOS)).isEqualTo((next - 1) * 10);
        }
      }
      last &= count == 0;
    }

    producer.join();
    assertThat(received + shared.lost()).isEqualTo(runs);
  }

  @Test
  void capacityMustBeAPowerOfTwo() {
    assertThatThrownBy(() -> new LoopscopeRing(12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }
}
