package dev.loopscope.dashboard.analysis;

import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.run;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowQueryTest {

  private static final TimeSpan ALL = new TimeSpan(0, 100_000 * MS);

  private final PlainTrace trace = new PlainTrace();
  private final FlowQuery query = new FlowQuery(trace, 1_000);

  @BeforeEach
  void names() {
    trace.accept(Frames.hello());
    trace.accept(Frames.names());
  }

  @Test
  void sleepersOneAfterTheOtherDoNotOverlapThoseSideBySideDo() {
    trace.accept(
        runs(
            task(1, 0, 1000, 1001, 1002), timer(2, 1, 1002, 2002),
            task(3, 0, 2003, 2004, 2005), timer(4, 3, 2005, 3005),
            task(5, 0, 3006, 3007, 3008), task(6, 0, 3006, 3008, 3009),
            timer(7, 5, 3008, 4008), timer(8, 6, 3009, 4009)));

    List<Flow> flows = query.in(ALL, 10).flows();
    assertThat(flows).hasSize(4);
    assertThat(flows).allSatisfy(flow -> assertThat(flow.durationNanos()).isGreaterThan(999 * MS));
    assertThat(overlap(flow(flows, 1), flow(flows, 3))).isFalse();
    assertThat(overlap(flow(flows, 5), flow(flows, 6))).isTrue();
    assertThat(flow(flows, 1).span()).isEqualTo(new TimeSpan(1000 * MS, 2003 * MS));
    assertThat(flow(flows, 1).rootType()).isEqualTo("com.example.ChatHandler$Push");
  }

  @Test
  void flowCountsItsRunsLoopsAndFailures() {
    trace.accept(runs(task(1, 0, 10, 11, 20)));
    Run failed = run(2, 1, RunKind.TASK, Outcome.FAILED, 15, 30, 35);
    trace.accept(new RunBatch(9, RunColumns.of(failed)));

    Flow flow = query.in(ALL, 10).flows().get(0);
    assertThat(flow.runs()).extracting(LocatedRun::loop).containsExactly(Frames.LOOP, 9);
    assertThat(flow.loops()).isEqualTo(2);
    assertThat(flow.failed()).isEqualTo(1);
    assertThat(flow.busyNanos()).isEqualTo(14 * MS);
  }

  @Test
  void inputPhaseTiesNothingTogether() {
    trace.accept(
        runs(
            run(1, 0, RunKind.IO, Outcome.DONE, 0, 10, 20),
            task(2, 1, 12, 20, 21),
            task(3, 1, 13, 21, 22),
            task(4, 2, 21, 22, 23)));

    List<Flow> flows = query.in(ALL, 10).flows();
    assertThat(flows).hasSize(1);
    assertThat(flows.get(0).root().run().id()).isEqualTo(2);
    assertThat(query.flowOf(1)).isNull();
  }

  @Test
  void singleTaskIsNoFlowWorthARow() {
    trace.accept(runs(task(1, 0, 10, 11, 12)));
    assertThat(query.in(ALL, 10).flows()).isEmpty();
    assertThat(query.flowOf(1)).isNotNull();
  }

  @Test
  void runOfAPeriodicTimerBeginsWhenItWasDue() {
    trace.accept(runs(periodic(1, 1000), periodic(2, 2000), task(3, 2, 2001, 2010, 2011)));
    assertThat(query.in(ALL, 10).flows())
        .extracting(Flow::span)
        .containsExactly(new TimeSpan(2000 * MS, 2011 * MS));
  }

  @Test
  void ancestorsOutsideTheSpanArePartOfTheFlow() {
    trace.accept(runs(task(1, 0, 10, 11, 12), task(2, 1, 11, 50, 51), task(3, 2, 50, 90, 91)));
    Flow flow = query.in(new TimeSpan(80 * MS, 100 * MS), 10).flows().get(0);
    assertThat(flow.root().run().id()).isEqualTo(1);
    assertThat(flow.runs()).hasSize(3);
  }

  @Test
  void flowOfARunIsWholeWhereverOneAsks() {
    trace.accept(runs(task(1, 0, 10, 11, 12), task(2, 1, 11, 50, 51), task(3, 2, 50, 90, 91)));
    for (long id = 1; id <= 3; id++) {
      assertThat(query.flowOf(id))
          .isNotNull()
          .satisfies(flow -> assertThat(flow.runs()).hasSize(3));
    }
    assertThat(query.flowOf(99)).isNull();
  }

  @Test
  void parentAndChildrenAreFound() {
    Run parent = task(1, 0, 10, 11, 12);
    Run child = task(2, 1, 11, 50, 51);
    trace.accept(runs(parent, child, task(3, 1, 11, 51, 52)));
    assertThat(query.parentOf(child)).isEqualTo(new LocatedRun(Frames.LOOP, parent));
    assertThat(query.parentOf(parent)).isNull();
    assertThat(query.childrenOf(parent, 10)).extracting(c -> c.run().id()).containsExactly(2L, 3L);
    assertThat(query.childrenOf(parent, 1)).hasSize(1);
  }

  @Test
  void longChainCostsEachLinkOnce() {
    int links = 200_000;
    RunColumns columns = new RunColumns(links);
    for (int i = 1; i <= links; i++) {
      columns.add(task(i, i - 1, i, i, i));
    }
    trace.accept(new RunBatch(Frames.LOOP, columns));
    FlowQuery.Answer answer = new FlowQuery(trace, links).in(new TimeSpan(0, links * MS + 1), 10);
    assertThat(answer.flows()).hasSize(1);
    assertThat(answer.flows().get(0).runs()).hasSize(links);
    assertThat(answer.complete()).isTrue();
  }

  @Test
  void runsThatCausedEachOtherDoNoHarm() {
    trace.accept(runs(task(1, 2, 10, 11, 12), task(2, 1, 11, 12, 13), task(3, 3, 14, 15, 16)));
    assertThat(query.in(ALL, 10).total()).isEqualTo(1);
  }

  @Test
  void tooManyRunsAreSaidToBeLeftOut() {
    trace.accept(runs(task(1, 0, 10, 11, 12), task(2, 1, 11, 12, 13), task(3, 2, 14, 15, 16)));
    assertThat(new FlowQuery(trace, 2).in(ALL, 10).complete()).isFalse();
  }

  private static Run timer(long id, long parent, long set, long due) {
    return new Run(
        id,
        parent,
        Frames.PUSH,
        RunKind.TIMER,
        Outcome.DONE,
        set * MS,
        due * MS,
        due * MS,
        (due + 1) * MS,
        0,
        20);
  }

  private static Run periodic(long id, long due) {
    return new Run(
        id,
        0,
        Frames.PUSH,
        RunKind.TIMER,
        Outcome.DONE,
        500 * MS,
        due * MS,
        (due + 1) * MS,
        (due + 2) * MS,
        0,
        20);
  }

  private static Flow flow(List<Flow> flows, long root) {
    return flows.stream().filter(flow -> flow.root().run().id() == root).findFirst().orElseThrow();
  }

  private static boolean overlap(Flow a, Flow b) {
    return a.span().overlaps(b.span().fromNanos(), b.span().toNanos());
  }
}
