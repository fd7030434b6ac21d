package dev.loopscope.agent.bench.program;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A Vert.x event loop that sleeps on command, and Vert.x's own checker of blocked threads.
 * Arguments: after how many milliseconds a thread counts as blocked, how often the checker looks,
 * and after how many its line has a stack; -1 for what Vert.x takes without being told. Commands:
 * {@code block MILLIS}, answered by three moments: when the block began, when the checker's first
 * line and its first stack were logged, 0 for never.
 */
public final class VertxProgram {

  /** Held, because the JDK forgets loggers that nobody holds. */
  private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

  private VertxProgram() {}

  public static void main(String[] arguments) throws Exception {
    Warnings warnings = new Warnings();
    CHECKER.addHandler(warnings);
    CHECKER.setUseParentHandlers(false);
    Context loop = Vertx.vertx(options(arguments)).getOrCreateContext();
    Commands.serve(
        command -> {
          long start = block(loop, warnings, Long.parseLong(command[1]));
          return start + " " + warnings.firstLine.get() + " " + warnings.firstStack.get();
        });
  }

  private static VertxOptions options(String[] arguments) {
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1);
    long limit = Long.parseLong(arguments[0]);
    if (limit > 0) {
      options
          .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
          .setMaxEventLoopExecuteTime(limit)
          .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
          .setBlockedThreadCheckInterval(Long.parseLong(arguments[1]))
          .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS)
          .setWarningExceptionTime(Long.parseLong(arguments[2]));
    }
    return options;
  }

  private static long block(Context loop, Warnings warnings, long millis)
      throws InterruptedException {
    warnings.forget();
    AtomicLong start = new AtomicLong();
    CountDownLatch over = new CountDownLatch(1);
    loop.runOnContext(
        nothing -> {
          start.set(System.nanoTime());
          sleep(millis);
          over.countDown();
        });
    over.await();
    return start.get();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the checker first said something. */
  private static final class Warnings extends Handler {
    final AtomicLong firstLine = new AtomicLong();
    final AtomicLong firstStack = new AtomicLong();

    void forget() {
      firstLine.set(0);
      firstStack.set(0);
    }

    @Override
    public void publish(LogRecord line) {
      long now = System.nanoTime();
      firstLine.compareAndSet(0, now);
      if (line.getThrown() != null) {
        firstStack.compareAndSet(0, now);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
