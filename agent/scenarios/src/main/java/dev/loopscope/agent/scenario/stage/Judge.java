package dev.loopscope.agent.scenario.stage;

import dev.loopscope.agent.scenario.Expectation;
import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.ScenarioProgram;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what one agent said with what the program knows. */
public final class Judge {

  /** A part of the time that a cause of a mix must have at least. */
  private static final double SHARE = 0.15;

  private final List<Frame> frames;
  private final Set<Integer> loops = new HashSet<>();
  private final Map<Integer, Definitions.Stack> stacks = new HashMap<>();

  /** A judge of these frames, which must be all of a session so far. */
  public Judge(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    for (Definitions definitions : all(Definitions.class)) {
      definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack));
      definitions.loops().stream()
          .filter(loop -> loop.name().startsWith(ScenarioProgram.LOOP_NAME))
          .forEach(loop -> loops.add(loop.id()));
    }
  }

  private <F extends Frame> List<F> all(Class<F> type) {
    return frames.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How right the agent was about this play. */
  public Outcome judge(Scenario scenario, Truth truth) {
    return scenario.expectation().codeAlert()
        ? judgeBlame(scenario.expectation(), truth)
        : judgePause(scenario.expectation(), truth);
  }

  private Outcome judgeBlame(Expectation expected, Truth truth) {
    Stall stall = stallOf(truth);
    if (stall == null) {
      return new Outcome(false, false, false, "no stall");
    }
    StackFrame culprit = culprit(stall);
    return new Outcome(
        true,
        isCauseRight(expected, truth, stall),
        culprit == null
            ? isNobodyToBlame(truth, stall)
            : truth.culprits().stream()
                .anyMatch(m -> m.is(culprit.className(), culprit.method(), culprit.line())),
        describe(stall, culprit));
  }

  /**
   * Where the loop stood is not known when not one sample was taken in time; that is right only if
   * the loop itself counted so long a wait for a CPU that without it the limit would have held.
   */
  private static boolean isNobodyToBlame(Truth truth, Stall stall) {
    return stall.samples().isEmpty()
        && !stall.shares().isEmpty()
        && stall.shares().get(0).cause() == Cause.STARVED
        && truth.wasStarved()
        && truth.nanos() - truth.queueNanos() < stall.limitNanos();
  }

  private static boolean isCauseRight(Expectation expected, Truth truth, Stall stall) {
    boolean causes =
        expected.together()
            ? expected.causes().stream().allMatch(cause -> part(stall, cause) >= SHARE)
            : !stall.shares().isEmpty() && isMain(expected, truth, stall.shares().get(0).cause());
    return causes
        && stall.deadlock() == expected.deadlock()
        && stall.holders().size() >= expected.holders();
  }

  private static boolean isMain(Expectation expected, Truth truth, Cause main) {
    return expected.causes().contains(main)
        || (main == Cause.STARVED && expected.causes().contains(Cause.CPU) && truth.wasStarved());
  }

  private static double part(Stall stall, Cause cause) {
    double sum = 0;
    double part = 0;
    for (Stall.Share share : stall.shares()) {
      sum += share.nanos();
      part += share.cause() == cause ? share.nanos() : 0;
    }
    return sum == 0 ? 0 : part / sum;
  }

  /** What was last said of the run that went on in the middle of the block. */
  private @Nullable Stall stallOf(Truth truth) {
    long middle = truth.startNanos() + Math.max(truth.nanos() / 2, 1);
    Stall last = null;
    for (Stall stall : all(Stall.class)) {
      if (loops.contains(stall.loop())
          && stall.run().startNanos() <= middle
          && (stall.isOpen() ? truth.nanos() == 0 : stall.endNanos() >= middle)) {
        last = stall;
      }
    }
    return last;
  }

  private @Nullable StackFrame culprit(Stall stall) {
    Definitions.Stack stack = stacks.get(stall.culpritStack());
    return stack == null || stall.culpritFrame() < 0
        ? null
        : stack.frames().get(stall.culpritFrame());
  }

  private Outcome judgePause(Expectation expected, Truth truth) {
    List<String> told = new ArrayList<>();
    long paused = 0;
    for (Pause pause : all(Pause.class)) {
      if (pause.fromNanos() < truth.endNanos() && pause.toNanos() > truth.startNanos()) {
        told.add(pause.cause() + millis(pause.toNanos() - pause.fromNanos()));
        paused +=
            expected.causes().contains(Cause.valueOf(pause.cause().name()))
                ? Math.min(pause.toNanos(), truth.endNanos())
                    - Math.max(pause.fromNanos(), truth.startNanos())
                : 0;
      }
    }
    CodeAlerts alerts = new CodeAlerts(frames, truth.startNanos(), truth.endNanos());
    alerts.standing().forEach(stall -> told.add(describe(stall, culprit(stall))));
    boolean none = alerts.standing().isEmpty();
    boolean found =
        expected.causes().isEmpty()
            || Math.max(paused, sharedOut(expected, truth)) * 2 > truth.nanos();
    return new Outcome(found, none, none, String.join("; ", told));
  }

  /** How much of the held-up run the agent itself put down to that. */
  private long sharedOut(Expectation expected, Truth truth) {
    Stall stall = stallOf(truth);
    return stall == null
        ? 0
        : stall.shares().stream()
            .filter(share -> expected.causes().contains(share.cause()))
            .mapToLong(Stall.Share::nanos)
            .sum();
  }

  private String describe(Stall stall, @Nullable StackFrame culprit) {
    String shares =
        stall.shares().stream()
            .map(share -> share.cause() + millis(share.nanos()) + " (" + share.evidence() + ')')
            .collect(Collectors.joining(", "));
    String blamed =
        culprit == null
            ? "nobody"
            : culprit.className() + '#' + culprit.method() + ':' + culprit.line();
    return shares
        + " blaming "
        + blamed
        + ", "
        + stall.holders().size()
        + (stall.deadlock() ? " holders in deadlock" : " holders");
  }

  private static String millis(long nanos) {
    return " " + nanos / 1_000_000 + " ms";
  }
}
