package dev.loopscope.dashboard.ui.support;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stacks written as short texts, innermost method first: {@code "J Thread.sleep, A Chat.say:42"}.
 * The letter is the origin: Application, Library, Framework, JDK.
 */
public final class MadeStacks {

  public final Map<Integer, Stack> stacks = new HashMap<>();
  private final List<Stall.Sample> samples = new ArrayList<>();

  /** Adds a stack of that number and one sample of it. */
  public MadeStacks sample(int number, String text) {
    stacks.computeIfAbsent(number, id -> new Stack(id, frames(text)));
    samples.add(new Stall.Sample(samples.size() * 50_000_000L, number, Thread.State.TIMED_WAITING));
    return this;
  }

  /** A stall of 200 ms with all samples so far. */
  public Stall stall(int culpritStack, int culpritFrame) {
    return new Stall(
        1,
        1,
        new OpenRun(9, 0, 0, RunKind.TASK, 0, 0, 1, 0),
        50_000_000,
        51_000_000,
        200_000_001,
        samples,
        culpritStack,
        culpritFrame,
        List.of());
  }

  public static List<StackFrame> frames(String text) {
    List<StackFrame> frames = new ArrayList<>();
    for (String part : text.split(", ", -1)) {
      String name = part.substring(2);
      int colon = name.indexOf(':');
      String method = colon < 0 ? name : name.substring(0, colon);
      String type = method.substring(0, method.indexOf('.'));
      frames.add(
          new StackFrame(
              "com.example." + type,
              method.substring(method.indexOf('.') + 1),
              type + ".java",
              colon < 0 ? 7 : Integer.parseInt(name.substring(colon + 1)),
              origin(part.charAt(0))));
    }
    return frames;
  }

  private static Origin origin(char letter) {
    return switch (letter) {
      case 'A' -> Origin.APPLICATION;
      case 'L' -> Origin.LIBRARY;
      case 'F' -> Origin.FRAMEWORK;
      case 'J' -> Origin.JDK;
      default -> throw new IllegalArgumentException("no origin " + letter);
    };
  }
}
