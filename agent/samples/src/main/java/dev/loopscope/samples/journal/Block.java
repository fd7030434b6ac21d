package dev.loopscope.samples.journal;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/** One blocking call: where it happened, when it began, how long it took. One thread. */
public final class Block {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private final Journal journal;
  private @Nullable StackFrame place;
  private @Nullable Moment start;

  Block(Journal journal) {
    this.journal = journal;
  }

  /**
   * Marks the caller's line as the one that blocks, from now on.
   *
   * <p>It hands its argument through so that it can stand inside the blocking call, on the very
   * same line of the source: {@code Thread.sleep(block.startsHere(millis))}.
   */
  public <T> T startsHere(T argument) {
    place = WALKER.walk(frames -> frames.skip(1).findFirst()).orElseThrow();
    start = Moment.now();
    return argument;
  }

  /** The call has returned: prints and logs it. */
  public void ends() {
    Moment end = Moment.now();
    StackFrame frame = place;
    Moment begin = start;
    if (frame == null || begin == null) {
      throw new IllegalStateException("the block ended before it started");
    }
    String thread = Thread.currentThread().getName();
    long nanos = begin.nanosUntil(end);
    journal.say(
        "%s blocked for %.1f ms by %s.%s, line %d",
        thread, nanos / 1e6, frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
    journal.record(
        JsonLine.of("block")
            .with("thread", thread)
            .with("class", frame.getClassName())
            .with("method", frame.getMethodName())
            .with("line", frame.getLineNumber())
            .with("startNanos", begin.nanos())
            .with("startEpochMicros", begin.epochMicros())
            .with("startWall", begin.wall().toString())
            .with("durationNanos", nanos));
  }
}
