package dev.loopscope.dashboard.ui.flame;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a stall as one tree of calls: methods that were called the same way are one node.
 *
 * @param roots the outermost methods, most samples first
 * @param outside methods of framework and JDK outside of the roots that all samples share,
 *     outermost first; left out because they are the same for whatever runs on the loop
 * @param samples how many samples have a stack
 */
public record FlameTree(List<FlameNode> roots, List<StackFrame> outside, int samples) {

  public static final FlameTree EMPTY = new FlameTree(List.of(), List.of(), 0);

  public FlameTree {
    roots = List.copyOf(roots);
    outside = List.copyOf(outside);
  }

  /** A node while samples are still added. */
  private static final class Growing {
    final StackFrame frame;
    final Map<String, Growing> callees = new LinkedHashMap<>();
    final Set<Integer> lines = new HashSet<>();
    int samples;
    boolean culprit;

    Growing(StackFrame frame) {
      this.frame = frame;
    }

    FlameNode done(AtomicInteger ids) {
      return new FlameNode(
          ids.incrementAndGet(), frame, lines.size(), samples, culprit, sorted(callees, ids));
    }
  }

  /**
   * Adds up all samples of {@code stall}.
   *
   * @param stacks gives a stack by its number, null when it is unknown
   */
  public static FlameTree of(Stall stall, IntFunction<@Nullable Stack> stacks) {
    StackFrame culprit = culprit(stall, stacks);
    Map<String, Growing> roots = new LinkedHashMap<>();
    int samples = 0;
    for (Stall.Sample sample : stall.samples()) {
      Stack stack = stacks.apply(sample.stack());
      if (stack != null && !stack.frames().isEmpty()) {
        add(roots, stack.frames(), culprit);
        samples++;
      }
    }
    List<StackFrame> outside = new ArrayList<>();
    List<FlameNode> shown = sorted(roots, new AtomicInteger());
    if (shown.stream().anyMatch(FlameTree::hasApplication)) {
      while (shown.size() == 1 && isOutside(shown.get(0))) {
        outside.add(shown.get(0).frame());
        shown = shown.get(0).callees();
      }
    }
    return new FlameTree(shown, outside, samples);
  }

  private static @Nullable StackFrame culprit(Stall stall, IntFunction<@Nullable Stack> stacks) {
    Stack stack = stall.culpritStack() == 0 ? null : stacks.apply(stall.culpritStack());
    int index = stall.culpritFrame();
    return stack == null || index < 0 || index >= stack.frames().size()
        ? null
        : stack.frames().get(index);
  }

  private static void add(
      Map<String, Growing> roots, List<StackFrame> frames, @Nullable StackFrame culprit) {
    int blamed = -1;
    for (int i = frames.size() - 1; i >= 0 && culprit != null; i--) {
      blamed = key(frames.get(i)).equals(key(culprit)) ? i : blamed;
    }
    Map<String, Growing> at = roots;
    for (int i = frames.size() - 1; i >= 0; i--) {
      StackFrame frame = frames.get(i);
      Growing node = at.computeIfAbsent(key(frame), unused -> new Growing(frame));
      node.samples++;
      node.lines.add(frame.line());
      node.culprit |= i == blamed;
      at = node.callees;
    }
  }

  private static String key(StackFrame frame) {
    return frame.className() + '.' + frame.method();
  }

  private static List<FlameNode> sorted(Map<String, Growing> nodes, AtomicInteger ids) {
    return nodes.values().stream()
        .map(node -> node.done(ids))
        .sorted(Comparator.comparingInt(FlameNode::samples).reversed())
        .toList();
  }

  private static boolean hasApplication(FlameNode node) {
    return node.frame().origin() == Origin.APPLICATION
        || node.callees().stream().anyMatch(FlameTree::hasApplication);
  }

  /**
   * Not the application's, and all that it called is another one that is not or the first that is.
   */
  private static boolean isOutside(FlameNode node) {
    return node.frame().origin() != Origin.APPLICATION
        && !node.culprit()
        && node.callees().size() == 1
        && node.callees().get(0).frame().origin() != Origin.APPLICATION;
  }
}
