package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Gives every different stack a number. Keeps at most {@link #CAPACITY} stacks and then starts
 * afresh; numbers are never used again, so a stack that comes back only costs a second definition.
 * For one thread.
 */
final class StackBook {

  static final int CAPACITY = 2_000;

  /** Few enough for one frame of definitions. */
  private static final int MAX_UNSENT = 64;

  private final OwnPackages own;

  /** The elements of a sampled stack may hold their classes: those in here do not. */
  private final Map<List<StackTraceElement>, Stack> known = new HashMap<>();

  private List<Stack> fresh = new ArrayList<>();
  private final IntSupplier numbers;

  /**
   * @param own says who owns the frames
   */
  StackBook(OwnPackages own) {
    this(own, new AtomicInteger()::incrementAndGet);
  }

  /**
   * @param numbers the next free number, never one that somebody else has had
   */
  StackBook(OwnPackages own, IntSupplier numbers) {
    this.own = own;
    this.numbers = numbers;
  }

  /** The owners of frames may have changed: stacks with such frames get new numbers. */
  void reconsider() {
    known.entrySet().removeIf(entry -> !describe(entry.getKey()).equals(entry.getValue().frames()));
  }

  /** The numbered stack of {@code frames}. */
  Stack stack(List<StackTraceElement> frames) {
    Stack stack = known.get(frames);
    if (stack == null) {
      if (known.size() == CAPACITY) {
        known.clear();
      }
      stack = new Stack(numbers.getAsInt(), describe(frames));
      known.put(frames.stream().map(StackBook::withoutClass).toList(), stack);
      fresh.add(stack);
    }
    return stack;
  }

  /** The same for every purpose, but it keeps no class of the application's alive. */
  private static StackTraceElement withoutClass(StackTraceElement frame) {
    return new StackTraceElement(
        frame.getClassLoaderName(),
        frame.getModuleName(),
        frame.getModuleVersion(),
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName(),
        frame.getLineNumber());
  }

  /** The stacks that got a number since the last call: to be defined before they are used. */
  List<Stack> takeFresh() {
    List<Stack> taken = fresh;
    fresh = new ArrayList<>();
    return taken;
  }

  /**
   * These definitions were not sent after all: they go with the next ones, or, when too many have
   * gathered, the stacks get new numbers when they are seen again.
   */
  void giveBack(List<Stack> unsent) {
    fresh.addAll(0, unsent);
    if (fresh.size() > MAX_UNSENT) {
      fresh.clear();
      known.clear();
    }
  }

  private List<StackFrame> describe(List<StackTraceElement> frames) {
    List<StackFrame> described = new ArrayList<>();
    for (StackTraceElement frame :
        frames.subList(0, Math.min(frames.size(), Limits.MAX_STACK_FRAMES))) {
      String file = frame.getFileName();
      described.add(
          new StackFrame(
              frame.getClassName(),
              frame.getMethodName(),
              file == null ? "" : file,
              frame.getLineNumber(),
              own.of(frame)));
    }
    return described;
  }
}
