package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.recording.RecordingReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's pools, stages and timers: the agent's account is the program's own. */
class PoolsTest {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final Map<String, List<String>> WOVEN =
      Map.of(
          "pool",
          List.of(
              CONCURRENT + "ThreadPoolExecutor$Worker",
              CONCURRENT + "FutureTask",
              CONCURRENT + "LinkedBlockingQueue"),
          "forks",
          List.of(CONCURRENT + "ForkJoinPool$WorkQueue", CONCURRENT + "ForkJoinTask"),
          "stages",
          List.of(
              CONCURRENT + "CompletableFuture$UniCompletion",
              CONCURRENT + "CompletableFuture$UniApply",
              CONCURRENT + "CompletableFuture$AsyncSupply"),
          "timer",
          List.of("java.util.TaskQueue", "java.util.TimerTask"));

  @TempDir Path directory;

  private final Map<Long, Run> runs = new HashMap<>();
  private final Map<Long, Integer> loops = new HashMap<>();
  private final Map<Integer, Totals> totals = new HashMap<>();
  private final Map<Integer, String> types = new HashMap<>();
  private final List<Stall> stalls = new ArrayList<>();
  private final List<StackFrame> blamed = new ArrayList<>();

  @ParameterizedTest(name = "{1} on JDK {0}")
  @CsvSource({
    "17, pool, thread-pool:program-pool-",
    "25, pool, thread-pool:program-pool-",
    "17, forks, forkjoin:ForkJoinPool-",
    "25, forks, forkjoin:ForkJoinPool-",
    "17, timer, timer:program-timer",
    "25, timer, timer:program-timer",
  })
  void countsAreTheProgramsOwnAndABlockIsNamed(int feature, String doing, String lane)
      throws Exception {
    Path file = directory.resolve("session.loopscope");
    String own;
    try (TargetJvm target = start(feature, doing)) {
      target.ask("work 10");
      String threads = target.ask("threads");
      WovenCode code =
          WovenCode.of(target, feature, directory, Objects.requireNonNull(WOVEN.get(doing)));
      target.loadAgent(
          "record=" + file + ",limit=100ms,limit.thread-pool=100ms,limit.forkjoin=100ms");
      assertThat(target.ask("status")).isEqualTo("watching");
      code.assertWoven();

      own = target.ask("work 500");

      assertThat(target.ask("loops")).contains(lane).endsWith("errors=0");
      target.loadAgent("detach");
      if (!doing.equals("pool")) {
        target.awaitSame("threads", threads); // a pool's worker is replaced when its task throws
      }
      assertThat(code.assertAsBefore("work 10")).startsWith("submitted=");
    }
    // workers that died of a task are counted here, and no longer in the probe
    assertThat(RecordingTotals.of(file).inWords()).isEqualTo(own);
    read(file);
    assertThat(blamed).as("of %s", stalls).extracting(StackFrame::method).contains("block");
    if (doing.equals("pool")) {
      assertCpuTimeIsNotBusyTime();
    }
  }

  /** One worker has slept for long and the other has computed. */
  private void assertCpuTimeIsNotBusyTime() {
    Totals computed = totalsWhereRan("Computing");
    Totals slept = totalsWhereRan("Sleeping");
    long sleptNanos = TimeUnit.MILLISECONDS.toNanos(PoolsProgram.LONGEST_BLOCK_MILLIS);
    assertThat(computed.cpuNanos()).isGreaterThanOrEqualTo(PoolsProgram.COMPUTED_NANOS);
    // a worker that took the place of one that died is watched a moment later
    assertThat(slept.busyNanos()).isGreaterThan(sleptNanos / 2);
    assertThat(slept.cpuNanos()).isLessThan(slept.busyNanos() / 2);
  }

  /** What was told last of the loop that ran a task of this class. */
  private Totals totalsWhereRan(String task) {
    Run found =
        runs.values().stream()
            .filter(run -> String.valueOf(types.get(run.type())).endsWith('$' + task))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(totals.get(loops.get(found.id())));
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void aChainOfStagesReadsAsOneFlow(int feature) throws Exception {
    recordChains(feature, directory.resolve("session.loopscope"));

    Map<List<String>, Integer> flows = new HashMap<>();
    runs.values().forEach(run -> flows.merge(flow(run), 1, Integer::sum));
    List<List<String>> whole = flows.keySet().stream().filter(flow -> flow.size() == 4).toList();
    assertThat(whole).as("chains of four, among %s", flows).hasSize(1);
    // 90 chains do not fail; workers that waited already at attach learn late what they took
    assertThat(flows.get(whole.get(0))).as("whole chains, among %s", flows).isEqualTo(90);
    assertThat(whole.get(0)).allMatch(type -> type.contains("PoolsProgram"));
  }

  private void recordChains(int feature, Path file) throws Exception {
    try (TargetJvm target = start(feature, "stages")) {
      target.ask("work 10");
      String threads = target.ask("threads");
      WovenCode code =
          WovenCode.of(target, feature, directory, Objects.requireNonNull(WOVEN.get("stages")));
      target.loadAgent("record=" + file);
      code.assertWoven();

      target.awaitSame("probe", target.ask("work 100"));

      assertThat(target.ask("loops")).contains("forkjoin:", "thread-pool:").endsWith("errors=0");
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 10")).startsWith("submitted=");
    }
    read(file);
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void withItsDetailPlainTasksOfAPoolKnowTheirWaitToo(int feature) throws Exception {
    Path file = directory.resolve("session.loopscope");
    try (TargetJvm target = start(feature, "pool")) {
      target.ask("work 10");
      target.loadAgent("detail=pool-origins,record=" + file);
      target.ask("work 500");
      assertThat(target.ask("loops")).endsWith("errors=0");
      target.loadAgent("detach");
    }
    read(file);

    assertThat(runs).hasSizeGreaterThan(1500);
    assertThat(runs.values().stream().filter(run -> run.submittedNanos() == 0).count())
        .as("the two workers that waited already at attach know nothing of their first task")
        .isLessThanOrEqualTo(2);
  }

  private TargetJvm start(int feature, String doing) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    return TargetJvm.start(CountsTest.jdk(feature), nothing, List.of(), PoolsProgram.class, doing);
  }

  /** Types from the root down to a run. */
  private List<String> flow(Run run) {
    List<String> names = new ArrayList<>();
    for (Run at = run; at != null; at = runs.get(at.parent())) {
      names.add(0, String.valueOf(types.get(at.type())));
    }
    return names;
  }

  private void read(Path file) throws Exception {
    Map<Integer, List<StackFrame>> stacks = new HashMap<>();
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (frame instanceof Definitions definitions) {
          definitions.types().forEach(type -> types.put(type.id(), type.className()));
          definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack.frames()));
        } else if (frame instanceof RunBatch batch) {
          for (int i = 0; i < batch.runs().size(); i++) {
            Run run = batch.runs().run(i);
            runs.put(run.id(), run);
            loops.put(run.id(), batch.loop());
          }
        } else if (frame instanceof LoopState state) {
          totals.put(state.loop(), state.totals());
        } else if (frame instanceof Stall stall) {
          stalls.add(stall);
          if (stall.culpritFrame() >= 0) {
            blamed.add(
                stacks.getOrDefault(stall.culpritStack(), List.of()).get(stall.culpritFrame()));
          }
        }
      }
    }
  }
}
