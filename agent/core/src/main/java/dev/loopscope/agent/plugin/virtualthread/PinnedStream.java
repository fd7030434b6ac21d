package dev.loopscope.agent.plugin.virtualthread;

import dev.loopscope.protocol.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;

/**
 * Hears from JFR which virtual threads were pinned, half a second to a second later. A recording of
 * its own, so others keep their settings; events come on a thread of JFR.
 */
final class PinnedStream implements AutoCloseable {
  private static final String EVENT = "jdk.VirtualThreadPinned";

  /** Shorter waits keep a carrier for less than it takes to notice. */
  private static final Duration THRESHOLD = Duration.ofMillis(1);

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final RecordingStream stream = new RecordingStream();

  /** Begins to listen; takes a few hundred milliseconds the first time in a process. */
  PinnedStream(Consumer<PinnedEvent> heard) {
    stream.setMaxAge(KEPT);
    stream.enable(EVENT).withStackTrace().withThreshold(THRESHOLD);
    stream.onEvent(EVENT, event -> heard.accept(read(event)));
    stream.startAsync();
  }

  private static PinnedEvent read(RecordedEvent event) {
    RecordedThread thread = event.getThread();
    String name = thread == null ? null : thread.getJavaName();
    long nanosAgo = Duration.between(event.getStartTime(), Instant.now()).toNanos();
    long from = System.nanoTime() - nanosAgo;
    RecordedThread carrier =
        event.hasField("carrierThread") ? event.<RecordedThread>getValue("carrierThread") : null;
    return new PinnedEvent(
        from,
        from + event.getDuration().toNanos(),
        name == null ? "" : name,
        thread == null ? 0 : thread.getJavaThreadId(),
        carrier == null ? 0 : carrier.getJavaThreadId(),
        text(event, "pinnedReason"),
        frames(event.getStackTrace()));
  }

  private static String text(RecordedEvent event, String field) {
    String text = event.hasField(field) ? event.getString(field) : null;
    return text == null ? "" : text;
  }

  private static List<StackTraceElement> frames(
      @org.jspecify.annotations.Nullable RecordedStackTrace trace) {
    List<StackTraceElement> frames = new ArrayList<>();
    if (trace != null) {
      for (RecordedFrame frame : trace.getFrames()) {
        if (frame.isJavaFrame() && frames.size() < Limits.MAX_STACK_FRAMES) {
          String className = frame.getMethod().getType().getName();
          String method = frame.getMethod().getName();
          frames.add(new StackTraceElement(className, method, null, frame.getLineNumber()));
        }
      }
    }
    return frames;
  }

  /** Ends the recording; others go on. */
  @Override
  public void close() {
    stream.close();
  }
}
