package dev.loopscope.agent.plugin.virtualthread;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.probe.LoopscopeThreads;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.agent.watch.Origins;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Tells once a second what the scheduler of virtual threads does, and which were pinned. Does
 * nothing in a process without carriers.
 */
final class CarrierSource implements Source {
  private static final long EVERY_NANOS = 1_000_000_000L;

  /** From this JDK on the end of a virtual thread is seen. */
  private static final int ENDS_SEEN = 22;

  private static final int MOST_AT_ONCE = 50;
  private static final int MOST_STACKS = 500;

  private final Carriers carriers = new Carriers();
  private final PinnedWatch pinned = new PinnedWatch();
  private IntSupplier stackNumbers = new AtomicInteger()::incrementAndGet;
  private final Map<List<StackTraceElement>, Stack> told = new HashMap<>();
  private boolean listening;
  private boolean saidMissing;
  private long next;

  @Override
  public void numberStacksBy(IntSupplier numbers) {
    stackNumbers = numbers;
  }

  @Override
  public void start() {
    next = System.nanoTime();
  }

  @Override
  public void tell(long nowNanos, FrameSink sink) throws IOException {
    tellPinned(sink);
    if (nowNanos - next < 0) {
      return;
    }
    next = nowNanos + EVERY_NANOS;
    carriers.discover();
    ForkJoinPool scheduler = carriers.scheduler();
    if (scheduler == null) {
      return;
    }
    if (!listening) {
      listening = true;
      pinned.start();
    }
    tellMissing(nowNanos, sink);
    boolean endsSeen = Runtime.version().feature() >= ENDS_SEEN;
    sink.send(
        new VirtualThreads(
            nowNanos,
            LoopscopeThreads.startedCount(),
            endsSeen ? LoopscopeThreads.endedCount() : -1,
            pinned.count(),
            scheduler.getParallelism(),
            scheduler.getPoolSize(),
            scheduler.getActiveThreadCount(),
            scheduler.getQueuedTaskCount() + scheduler.getQueuedSubmissionCount()));
  }

  private void tellMissing(long nowNanos, FrameSink sink) throws IOException {
    if (!saidMissing && !pinned.missing().isEmpty()) {
      saidMissing = true;
      sink.send(new Warning(0, nowNanos, "Loopscope", pinned.missing()));
    }
  }

  private void tellPinned(FrameSink sink) throws IOException {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      PinnedEvent event = pinned.poll();
      if (event == null) {
        return;
      }
      tell(event, sink);
    }
  }

  private void tell(PinnedEvent event, FrameSink sink) throws IOException {
    int number = 0;
    int culprit = -1;
    if (!event.stack().isEmpty()) {
      Stack stack = stack(event.stack(), sink);
      number = stack.id();
      culprit = firstOfApplication(stack.frames());
    }
    sink.send(
        new Pinned(
            Carriers.loop(event.carrierThreadId()),
            event.fromNanos(),
            event.toNanos(),
            event.thread(),
            event.threadId(),
            number,
            culprit,
            event.reason()));
  }

  /** Threads of one kind are pinned at one place: its stack is told once. */
  private Stack stack(List<StackTraceElement> frames, FrameSink sink) throws IOException {
    Stack stack = told.get(frames);
    if (stack == null) {
      if (told.size() == MOST_STACKS) {
        told.clear();
      }
      stack = new Stack(stackNumbers.getAsInt(), describe(frames));
      told.put(frames, stack);
      sink.send(new Definitions(List.of(), List.of(), List.of(stack)));
    }
    return stack;
  }

  private static List<StackFrame> describe(List<StackTraceElement> stack) {
    List<StackFrame> frames = new ArrayList<>();
    for (StackTraceElement frame : stack) {
      String className = frame.getClassName();
      Origin origin = Origins.of(className, null);
      int line = frame.getLineNumber();
      frames.add(new StackFrame(className, frame.getMethodName(), "", line, origin));
    }
    return frames;
  }

  private static int firstOfApplication(List<StackFrame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).origin() == Origin.APPLICATION) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    pinned.close();
  }
}
