package dev.loopscope.agent.watch.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeIdsTest {

  private static final long MS = 1_000_000;

  @TempDir private Path directory;
  private FakeProc proc;
  private NativeIds ids;
  private final Map<Long, Long> cpu = new HashMap<>();
  private final List<KnownThread> known = new ArrayList<>();

  @BeforeEach
  void empty() {
    proc = new FakeProc(directory);
    ids = new NativeIds(new ProcFiles(directory), id -> cpu.getOrDefault(id, -1L), () -> known);
  }

  private void thread(long id, String name, long cpuNanos) {
    known.add(new KnownThread(id, name));
    cpu.put(id, cpuNanos);
  }

  @Test
  void aThreadThatWaitsIsTheOneTaskWithExactlyItsCpuTime() throws IOException {
    thread(1, "loop-1", 5_000_001);
    proc.task(10, "loop-1", 5_000_000, 0);
    proc.task(11, "renamed", 5_000_001, 0);
    assertThat(ids.of(1, 0)).isEqualTo(11);
  }

  @Test
  void aThreadThatRunsIsTheOneTaskThatFitsTimeAndName() throws IOException {
    thread(1, "nioEventLoopGroup-2-1", 50 * MS);
    proc.task(10, "nioEventLoopGro", 47 * MS, 0);
    proc.task(11, "other", 48 * MS, 0);
    proc.task(12, "nioEventLoopGro", 30 * MS, 0);
    assertThat(ids.of(1, 0)).isEqualTo(10);
  }

  @Test
  void ofSeveralThatFitNoneIsTaken() throws IOException {
    thread(1, "nioEventLoopGroup-2-1", 50 * MS);
    proc.task(10, "nioEventLoopGro", 47 * MS, 0);
    proc.task(11, "nioEventLoopGro", 48 * MS, 0);
    assertThat(ids.of(1, 0)).isZero();
  }

  @Test
  void oneSearchFindsAllThreadsThatWaitAndLeavesFewerToConfuse() throws IOException {
    thread(1, "loop-1", 50 * MS);
    thread(2, "loop-2", 48 * MS);
    proc.task(10, "loop-1", 49 * MS, 0);
    proc.task(11, "loop-2", 48 * MS, 0);
    assertThat(ids.of(1, 0)).isEqualTo(10);
    proc.write("task/11/schedstat", "gone");
    assertThat(ids.of(2, 0)).isEqualTo(11);
  }

  @Test
  void searchesSoonAfterEachOtherShareWhatTheyRead() throws IOException {
    thread(1, "loop-1", 50 * MS);
    thread(2, "loop-2", 800 * MS);
    proc.task(10, "loop-1", 50 * MS, 0);
    proc.task(11, "renamed", 700 * MS, 0);
    assertThat(ids.of(1, 0)).isEqualTo(10);
    proc.task(11, "renamed", 800 * MS, 0);
    assertThat(ids.of(2, NativeIds.READ_EVERY_NANOS - 1)).as("not read again yet").isZero();
    assertThat(ids.searchesFor(2, NativeIds.SEARCH_EVERY_NANOS)).isFalse();
    long later = NativeIds.READ_EVERY_NANOS - 1 + NativeIds.SEARCH_EVERY_NANOS;
    assertThat(ids.searchesFor(2, later)).isTrue();
    assertThat(ids.of(2, later)).isEqualTo(11);
  }

  @Test
  void aTaskThatIsNewOrHasGoneOnSinceIsFoundByASearchThatReadsLittle() throws IOException {
    thread(1, "loop-1", 50 * MS);
    proc.task(10, "loop-1", 50 * MS, 0);
    proc.task(12, "loop-3", 70 * MS, 0);
    assertThat(ids.of(1, 0)).isEqualTo(10);
    thread(2, "loop-2", 900 * MS);
    proc.task(11, "loop-2", 895 * MS, 0);
    assertThat(ids.of(2, 1)).isEqualTo(11);
    thread(3, "loop-3", 90 * MS);
    proc.task(12, "loop-3", 85 * MS, 0);
    assertThat(ids.of(3, 2)).isEqualTo(12);
  }

  @Test
  void ofSeveralThatFitTheOneThatWaitsByNowIsTaken() throws IOException {
    thread(1, "other", 5 * MS);
    proc.task(10, "loop", 40 * MS, 0);
    proc.task(11, "loop", 42 * MS, 0);
    ids.of(1, 0);
    thread(2, "loop-2", 50 * MS);
    proc.task(10, "loop", 50 * MS, 0);
    proc.task(11, "loop", 49 * MS, 0);
    assertThat(ids.of(2, 1)).isEqualTo(10);
  }

  @Test
  void aSearchInVainIsNotRepeatedAtOnce() throws IOException {
    thread(1, "loop-1", 50 * MS);
    proc.task(9, "java", 1, 0);
    assertThat(ids.of(1, 0)).isZero();
    proc.task(10, "loop-1", 50 * MS, 0);
    assertThat(ids.of(1, NativeIds.SEARCH_EVERY_NANOS - 1)).isZero();
    assertThat(ids.of(1, NativeIds.SEARCH_EVERY_NANOS)).isEqualTo(10);
  }

  @Test
  void aNumberThatNoLongerFitsIsForgotten() throws IOException {
    thread(1, "loop-1", 50 * MS);
    proc.task(10, "loop-1", 50 * MS, 0);
    assertThat(ids.of(1, 0)).isEqualTo(10);
    assertThat(ids.confirms(1, 60 * MS, 59 * MS, 60 * MS)).isTrue();
    assertThat(ids.of(1, 0)).isEqualTo(10);
    assertThat(ids.confirms(1, 60 * MS, 61 * MS, 60 * MS)).isFalse();
    assertThat(ids.of(1, 1)).as("not searched again at once").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "loop-1, loop-1, true",
    "nioEventLoopGro, nioEventLoopGroup-2-1, true",
    "nioEven..up-2-1, nioEventLoopGroup-2-1, true",
    "nioEven..up-2-2, nioEventLoopGroup-2-1, false",
    "other, nioEventLoopGroup-2-1, false",
    "'', nioEventLoopGroup-2-1, false",
    ", loop, false"
  })
  void aNameMayBeCut(@org.jspecify.annotations.Nullable String task, String thread, boolean may) {
    assertThat(NativeIds.mayBeNamed(task, thread)).isEqualTo(may);
  }
}
