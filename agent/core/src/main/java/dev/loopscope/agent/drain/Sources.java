package dev.loopscope.agent.drain;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.FrameSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What plugins tell besides runs. A source that fails is closed, and counted, and the others go on.
 * For the drain thread.
 */
final class Sources {

  private final List<Source> waiting;
  private final List<Source> started = new ArrayList<>();
  private final FrameSink sink;
  private final ErrorLog errors;
  private final IntSupplier stackNumbers;

  Sources(List<Source> sources, FrameSink sink, ErrorLog errors) {
    this(sources, sink, errors, new AtomicInteger()::incrementAndGet);
  }

  /**
   * @param stackNumbers the next free number of a stack
   */
  Sources(List<Source> sources, FrameSink sink, ErrorLog errors, IntSupplier stackNumbers) {
    this.stackNumbers = stackNumbers;
    waiting = List.copyOf(sources);
    this.sink = sink;
    this.errors = errors;
  }

  void start() {
    for (Source source : waiting) {
      try {
        source.numberStacksBy(stackNumbers);
        source.start();
        started.add(source);
      } catch (RuntimeException | LinkageError e) {
        failed(source, e);
      }
    }
  }

  /** Lets every source tell its news. */
  void tell(long nowNanos) throws IOException {
    for (Source source : List.copyOf(started)) {
      try {
        source.tell(nowNanos, sink);
      } catch (RuntimeException | LinkageError e) {
        started.remove(source);
        failed(source, e);
      }
    }
  }

  void close() {
    List.copyOf(started).forEach(this::close);
    started.clear();
  }

  private void failed(Source source, Throwable why) {
    errors.count("asking " + source.getClass().getSimpleName(), why);
    close(source);
  }

  private void close(Source source) {
    try {
      source.close();
    } catch (RuntimeException | LinkageError e) {
      errors.count("closing " + source.getClass().getSimpleName(), e);
    }
  }
}
