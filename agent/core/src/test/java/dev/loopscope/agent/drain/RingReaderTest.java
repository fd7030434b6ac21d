package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopeTypes;
import dev.loopscope.agent.probe.ProbeLoop;
import dev.loopscope.agent.watch.LongRun;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.RunBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RingReaderTest {

  private static final long LIMIT = 50_000_000;
  private static final long T = 1_000_000_000;

  private final SentFrames sent = new SentFrames();
  private final Dictionary dictionary =
      new Dictionary(sent, LoopscopeTypes::name, (kind, copy) -> "framework of " + kind);
  private final RunMerger merger = new RunMerger(sent);
  private final List<LongRun> overLimit = new ArrayList<>();
  private final RingReader reader = new RingReader(sent, dictionary, merger, overLimit::add);
  private ProbeLoop probe = new ProbeLoop(1, Thread.currentThread());
  private LoopTrack track = new LoopTrack(probe.loop, T);

  @BeforeEach
  void giveMemoryForRings() {
    LoopscopeLoops.reset(64 << 20);
    probe = new ProbeLoop(9, Thread.currentThread());
    track = new LoopTrack(probe.loop, T);
  }

  @Test
  void everyTypeIsDefinedBeforeItsFirstUseAndOnlyOnce() throws IOException {
    dictionary.useLoop(track);
    probe.run(String.class, T, T + 10);
    probe.run(Integer.class, T + 20, T + 30);
    read();
    probe.run(String.class, T + 40, T + 50);
    read();

    List<Integer> defined = new ArrayList<>();
    for (Frame frame : sent.frames) {
      if (frame instanceof Definitions definitions) {
        definitions.types().forEach(type -> defined.add(type.id()));
      } else if (frame instanceof RunBatch batch) {
        for (int i = 0; i < batch.runs().size(); i++) {
          assertThat(defined).contains(batch.runs().type(i));
        }
      }
    }
    assertThat(defined).hasSize(2).doesNotHaveDuplicates();
    assertThat(sent.of(RunBatch.class)).hasSize(2);
  }

  @Test
  void aRenamedThreadIsDefinedAgainUnderTheSameNumber() throws IOException {
    Thread thread = new Thread(() -> {}, "worker-1");
    LoopTrack renamed = new LoopTrack(new ProbeLoop(3, thread).loop, T);
    dictionary.useLoop(renamed);
    dictionary.useLoop(renamed);
    thread.setName("orders-1");
    dictionary.useLoop(renamed);
    assertThat(sent.of(Definitions.class))
        .flatExtracting(Definitions::loops)
        .extracting(Definitions.Loop::id, Definitions.Loop::name)
        .containsExactly(tuple(3, "worker-1"), tuple(3, "orders-1"));
  }

  @Test
  void aFullRingBecomesAGapWithTheExactNumberWhereTheRunsWouldHaveBeen() throws IOException {
    probe.run(String.class, T, T + 1);
    int capacity = track.capacity();
    for (int i = 1; i < capacity + 500; i++) {
      probe.run(String.class, T + i * 10L, T + i * 10L + 5);
    }
    readAll();
    probe.run(String.class, T + 900_000_000, T + 900_000_005);
    readAll();

    assertThat(sent.of(Gap.class)).hasSize(1);
    Gap gap = sent.of(Gap.class).get(0);
    assertThat(gap.lost()).isEqualTo(500);
    assertThat(gap.fromNanos()).isEqualTo(T + (capacity - 1) * 10L + 5);
    assertThat(gap.toNanos()).isEqualTo(T + (capacity + 499) * 10L + 5);
    assertThat(reader.runs() + gap.lost()).isEqualTo(capacity + 501);
  }

  @Test
  void whatWasLostLastIsToldWhenTheLoopWritesNoMore() throws IOException {
    probe.run(String.class, T, T + 1);
    for (int i = 1; i < track.capacity() + 7; i++) {
      probe.run(String.class, T + i * 10L, T + i * 10L + 5);
    }
    readAll();
    assertThat(sent.of(Gap.class)).isEmpty();
    Gaps gaps = new Gaps(sent);
    gaps.tellRest(track, T + 900_000_000);
    gaps.tellRest(track, T + 900_000_001);
    assertThat(sent.of(Gap.class)).extracting(Gap::lost).containsExactly(7L);
  }

  @Test
  void withoutMemoryForARingEveryRunIsCountedAsLost() throws IOException {
    LoopscopeLoops.reset(0);
    ProbeLoop writer = new ProbeLoop(5, Thread.currentThread());
    LoopTrack poor = new LoopTrack(writer.loop, T);
    writer.run(String.class, T, T + 1);
    writer.run(String.class, T + 2, T + 3);
    new Gaps(sent).tellWithoutRing(poor, T + 10);
    assertThat(sent.of(Gap.class)).extracting(Gap::lost).containsExactly(2L);
  }

  @Test
  void aRunOverItsLimitIsHandedToTheWatcherWithItsExactEnd() throws IOException {
    probe.run(String.class, T, T + LIMIT);
    probe.run(String.class, T + LIMIT, T + 3 * LIMIT);
    read();
    assertThat(overLimit).hasSize(1);
    assertThat(overLimit.get(0).endNanos()).isEqualTo(T + 3 * LIMIT);
    assertThat(overLimit.get(0).loop()).isEqualTo(9);
    assertThat(overLimit.get(0).run().startNanos()).isEqualTo(T + LIMIT);
  }

  @Test
  void theParentOfALongRunInTheSameChunkIsNotMergedAway() throws IOException {
    track.merging = true;
    probe.begin(String.class, 0, T, T);
    long parent = probe.loop.currentRunId();
    probe.end(T + 10);
    probe.run(String.class, T + 20, T + 30);
    probe.begin(Integer.class, parent, T + 5, T + 40);
    probe.end(T + 40 + 2 * LIMIT);
    read();
    List<Long> single = new ArrayList<>();
    for (RunBatch batch : sent.of(RunBatch.class)) {
      for (int i = 0; i < batch.runs().size(); i++) {
        single.add(batch.runs().id(i));
      }
    }
    assertThat(single).hasSize(2).contains(parent);
  }

  @Test
  void theStateShowsTheOpenRunAndTotalsThatCountWhatWasLost() throws IOException {
    probe.run(String.class, T, T + 1);
    for (int i = 1; i < track.capacity() + 3; i++) {
      probe.run(String.class, T + i * 10L, T + i * 10L + 5);
    }
    readAll();
    probe.begin(Integer.class, 0, T + 700_000, T + 800_000);
    new StateTeller(sent, dictionary, thread -> 123).tell(track, T + 900_000, false);

    LoopState state = sent.of(LoopState.class).get(0);
    assertThat(state.activity()).isEqualTo(LoopState.Activity.RUNNING);
    assertThat(state.sinceNanos()).isEqualTo(T + 800_000);
    assertThat(Objects.requireNonNull(state.current()).id()).isEqualTo(probe.loop.currentRunId());
    assertThat(state.totals().finished()).isEqualTo(track.capacity() + 3);
    assertThat(state.totals().started()).isEqualTo(track.capacity() + 4);
    assertThat(state.totals().lost()).isEqualTo(3);
    assertThat(state.totals().cpuNanos()).isEqualTo(123);
    assertThat(state.totals().busyNanos() + state.totals().waitNanos()).isEqualTo(900_000);
  }

  @Test
  void aLoopOfWhichNoRunIsSeenIsAsBusyAsItsThreadComputes() throws IOException {
    long[] cpu = {1_000};
    StateTeller teller = new StateTeller(sent, dictionary, thread -> cpu[0]);
    teller.tell(track, T + 100_000, false);
    cpu[0] += 40_000;
    teller.tell(track, T + 200_000, false);

    LoopState state = sent.of(LoopState.class).get(1);
    assertThat(state.totals().busyNanos()).isEqualTo(40_000);
    assertThat(state.totals().waitNanos()).isEqualTo(160_000);
  }

  private void read() throws IOException {
    reader.read(track, Objects.requireNonNull(probe.loop.ring()), LIMIT);
  }

  private void readAll() throws IOException {
    while (reader.read(track, Objects.requireNonNull(probe.loop.ring()), LIMIT)) {
      assertThat(reader.runs()).isPositive();
    }
  }
}
