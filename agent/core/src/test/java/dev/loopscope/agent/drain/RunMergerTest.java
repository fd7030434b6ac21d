package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunMergerTest {

  private static final long LONG = 1_000_000;

  private final SentFrames sent = new SentFrames();
  private final RunMerger merger = new RunMerger(sent);

  @Test
  void recordsOfTheProbeUseTheProtocolsNumbers() {
    assertThat(number(RunKind.values(), RunKind.TASK)).isEqualTo(LoopscopeRecord.KIND_TASK);
    assertThat(number(RunKind.values(), RunKind.TIMER)).isEqualTo(LoopscopeRecord.KIND_TIMER);
    assertThat(number(RunKind.values(), RunKind.IO)).isEqualTo(LoopscopeRecord.KIND_IO);
    assertThat(number(RunKind.values(), RunKind.INTERNAL)).isEqualTo(LoopscopeRecord.KIND_INTERNAL);
    assertThat(number(Outcome.values(), Outcome.DONE)).isEqualTo(LoopscopeRecord.OUTCOME_DONE);
    assertThat(number(Outcome.values(), Outcome.FAILED)).isEqualTo(LoopscopeRecord.OUTCOME_FAILED);
    assertThat(number(Outcome.values(), Outcome.CANCELLED))
        .isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
  }

  @Test
  void underTheBudgetEveryRunStaysSingle() throws IOException {
    List<Run> runs = shortRuns(10_000);
    feed(false, runs);
    assertThat(singleRuns()).isEqualTo(runs);
    assertThat(sent.of(GroupBatch.class)).isEmpty();
    assertThat(sent.of(RunBatch.class))
        .allSatisfy(b -> assertThat(b.runs().size()).isLessThanOrEqualTo(RunMerger.BATCH_ROWS));
  }

  @Test
  void countsSumsAndHistogramsOfMergedRunsAreExact() throws IOException {
    List<Run> runs = mixedRuns(50_000);
    feed(true, runs);

    List<Run> single = singleRuns();
    List<Group> groups = groups();
    long runCount = runs.stream().filter(r -> r.kind() != RunKind.IO).count();
    long singleCount = single.stream().filter(r -> r.kind() != RunKind.IO).count();
    assertThat(groups.stream().mapToLong(Group::count).sum()).isEqualTo(runCount - singleCount);
    assertThat(groups.stream().mapToLong(Group::ioCount).sum() + single.size() - singleCount)
        .isEqualTo(runs.size() - runCount);
    assertThat(groups.stream().mapToLong(Group::busyNanos).sum() + busy(single))
        .isEqualTo(busy(runs));
    assertThat(
            groups.stream().mapToLong(Group::pollNanos).sum()
                + single.stream().mapToLong(Run::pollNanos).sum())
        .isEqualTo(runs.stream().mapToLong(Run::pollNanos).sum());
    assertThat(merger.merged()).isEqualTo(runs.size() - single.size());

    LogHistogram durations = new LogHistogram();
    LogHistogram delays = new LogHistogram();
    for (GroupBatch batch : sent.of(GroupBatch.class)) {
      durations.add(batch.durations());
      delays.add(batch.queueDelays());
    }
    for (Run run : single) {
      record(run, durations, delays);
    }
    LogHistogram expectedDurations = new LogHistogram();
    LogHistogram expectedDelays = new LogHistogram();
    for (Run run : runs) {
      record(run, expectedDurations, expectedDelays);
    }
    assertThat(durations).isEqualTo(expectedDurations);
    assertThat(delays).isEqualTo(expectedDelays);
  }

  @Test
  void groupsAreInOrderAndDoNotOverlapAndAreFineEnoughToZoomIn() throws IOException {
    feed(true, mixedRuns(50_000));
    List<Group> groups = groups();
    assertThat(groups).hasSizeGreaterThan(1);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      assertThat(group.toNanos() - group.fromNanos())
          .isLessThanOrEqualTo(RunMerger.SPAN_NANOS + LONG);
      if (i > 0) {
        assertThat(group.fromNanos()).isGreaterThanOrEqualTo(groups.get(i - 1).toNanos());
      }
    }
  }

  @Test
  void aLongRunAFailedRunAndACancelledTaskStaySingle() throws IOException {
    Run before = run(1, 0, Outcome.DONE, 0, 10);
    Run slow = run(2, 0, Outcome.DONE, 10, 10 + LONG);
    Run failed = run(3, 0, Outcome.FAILED, 20 + LONG, 30 + LONG);
    Run cancelled = run(4, 0, Outcome.CANCELLED, 40 + LONG, 40 + LONG);
    Run after = run(5, 0, Outcome.DONE, 50 + LONG, 60 + LONG);
    feed(true, List.of(before, slow, failed, cancelled, after));
    assertThat(singleRuns()).containsExactly(slow, failed, cancelled);
    assertThat(groups()).extracting(Group::count).containsExactly(1L, 1L);
  }

  @Test
  void theParentOfARunThatWasMarkedStaysSingle() throws IOException {
    merger.keep(1);
    Run parent = run(1, 0, Outcome.DONE, 0, 10);
    feed(true, List.of(parent, run(2, 0, Outcome.DONE, 10, 20)));
    assertThat(singleRuns()).containsExactly(parent);
  }

  @Test
  void anOuterRunIsNotCountedTogetherWithItsInnerOnes() throws IOException {
    Run inner = run(2, 0, Outcome.DONE, 20, 30);
    Run outer = run(1, 0, Outcome.DONE, 10, 40);
    feed(true, List.of(inner, outer));
    assertThat(singleRuns()).containsExactly(outer);
    assertThat(groups()).extracting(Group::busyNanos).containsExactly(10L);
  }

  @Test
  void moreFailedRunsThanAnybodyReadsAreCountedInGroups() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RunMerger.FAILED_KEPT + 500; i++) {
      runs.add(run(i + 1, 0, Outcome.FAILED, i * 10L, i * 10L + 5));
    }
    feed(true, runs);
    assertThat(singleRuns()).hasSize(RunMerger.FAILED_KEPT);
    assertThat(groups().stream().mapToLong(Group::failed).sum()).isEqualTo(500);
  }

  @Test
  void aGroupNamesTheLongestRunsTypeAndTheTypesThatTookMostTime() throws IOException {
    List<Run> runs = new ArrayList<>();
    long at = 0;
    for (int type = 1; type <= 20; type++) {
      runs.add(typed(type, at, at + type * 10L));
      at += type * 10L;
    }
    feed(true, runs);
    Group group = groups().get(0);
    assertThat(group.longestType()).isEqualTo(20);
    assertThat(group.longestNanos()).isEqualTo(200);
    assertThat(group.types())
        .extracting(GroupBatch.TypeTotal::type)
        .containsExactly(20, 19, 18, 17, 16, 15, 14, 13);
  }

  private void feed(boolean merging, List<Run> runs) throws IOException {
    merger.begin(7, merging, LONG);
    for (Run run : runs) {
      merger.add(
          run.id(),
          run.parent(),
          run.type(),
          number(RunKind.values(), run.kind()),
          number(Outcome.values(), run.outcome()),
          run.submittedNanos(),
          run.dueNanos(),
          run.startNanos(),
          run.endNanos(),
          run.pollNanos(),
          run.submitter());
    }
    merger.end();
  }

  private static <E> int number(E[] all, E one) {
    return List.of(all).indexOf(one);
  }

  private List<Run> singleRuns() {
    List<Run> runs = new ArrayList<>();
    for (RunBatch batch : sent.of(RunBatch.class)) {
      for (int i = 0; i < batch.runs().size(); i++) {
        runs.add(batch.runs().run(i));
      }
    }
    return runs;
  }

  private List<Group> groups() {
    return sent.of(GroupBatch.class).stream().flatMap(b -> b.groups().stream()).toList();
  }

  private static long busy(List<Run> runs) {
    return runs.stream().mapToLong(Run::durationNanos).sum();
  }

  private static void record(Run run, LogHistogram durations, LogHistogram delays) {
    if (run.kind() != RunKind.IO) {
      durations.record(run.durationNanos());
      if (run.hasQueueDelay()) {
        delays.record(run.queueDelayNanos());
      }
    }
  }

  private static List<Run> shortRuns(int count) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(run(i + 1, 0, Outcome.DONE, i * 100L, i * 100L + 50));
    }
    return runs;
  }

  private static List<Run> mixedRuns(int count) {
    Random random = new Random(42);
    List<Run> runs = new ArrayList<>();
    long at = 1_000_000_000L;
    for (int i = 0; i < count; i++) {
      long start = at + random.nextInt(2_000);
      long duration = random.nextInt(1_000) == 0 ? LONG + 5 : random.nextInt(20_000);
      RunKind kind = List.of(RunKind.values()).get(random.nextInt(4));
      boolean timer = kind == RunKind.TIMER;
      boolean io = kind == RunKind.IO;
      runs.add(
          new Run(
              i + 1,
              random.nextInt(i + 1),
              random.nextInt(30),
              kind,
              random.nextInt(500) == 0 ? Outcome.FAILED : Outcome.DONE,
              io ? 0 : start - random.nextInt(50_000),
              timer ? start - random.nextInt(50_000) + 25_000 : 0,
              start,
              start + duration,
              io ? random.nextInt(5_000) : 0,
              3));
      at = start + duration;
    }
    return runs;
  }

  private static Run run(long id, long parent, Outcome outcome, long start, long end) {
    return new Run(id, parent, 1, RunKind.TASK, outcome, start + 1, 0, start, end, 0, 0);
  }

  private static Run typed(int type, long start, long end) {
    return new Run(type, 0, type, RunKind.TASK, Outcome.DONE, 1, 0, start, end, 0, 0);
  }
}
