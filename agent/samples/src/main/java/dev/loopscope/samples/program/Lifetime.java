package dev.loopscope.samples.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How long a sample runs: until its time is up, its standard input closes, or it is told to end.
 *
 * <p>A termination signal only marks the end; the main thread then closes everything in order while
 * the JVM's shutdown waits for it.
 */
public final class Lifetime implements AutoCloseable {
  /** The options every sample has for this. */
  public static final List<OptionSpec> OPTIONS =
      List.of(
          new OptionSpec("for", "TIME", "", "end this long after being ready"),
          OptionSpec.flag("exit-with-stdin", "end when standard input closes"));

  private static final Duration CLEANUP = Duration.ofSeconds(10);

  private final @Nullable Duration limit;
  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endForShutdown, "samples-shutdown");

  private Lifetime(@Nullable Duration limit) {
    this.limit = limit;
  }

  /** Begins a lifetime as the options say; {@code stdin} is read only if they ask for it. */
  public static Lifetime begin(Options options, InputStream stdin) {
    Lifetime lifetime =
        new Lifetime(options.text("for").isPresent() ? options.duration("for") : null);
    Runtime.getRuntime().addShutdownHook(lifetime.hook);
    if (options.flag("exit-with-stdin")) {
      Thread watcher = new Thread(() -> lifetime.endAfter(stdin), "stdin-watch");
      watcher.setDaemon(true);
      watcher.start();
    }
    return lifetime;
  }

  /** Ends it, from any thread; only the first reason counts. */
  public void end(String why) {
    reason.compareAndSet(null, why);
    over.countDown();
  }

  /** Waits at most {@code patience} for the end and says whether it has come. */
  public boolean endsWithin(Duration patience) throws InterruptedException {
    return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits for the end; call it when the sample is ready, as a limited time counts from here.
   *
   * @return why it ended
   */
  public String awaitEnd() throws InterruptedException {
    Duration time = limit;
    if (time == null) {
      over.await();
    } else if (!endsWithin(time)) {
      end("its time is up");
    }
    return String.valueOf(reason.get());
  }

  /** Says that everything is closed, so that a shutdown in progress may go on. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shutdownHasBegun) {
      // The hook is running already and finds the end marked and everything closed.
    }
  }

  private void endForShutdown() {
    end("asked to terminate");
    try {
      if (!closed.await(CLEANUP.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("samples: clean-up took over " + CLEANUP.toSeconds() + " s, gave up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endAfter(InputStream stdin) {
    try {
      stdin.transferTo(OutputStream.nullOutputStream());
      end("standard input closed");
    } catch (IOException e) {
      end("standard input cannot be read: " + e.getMessage());
    }
  }
}
