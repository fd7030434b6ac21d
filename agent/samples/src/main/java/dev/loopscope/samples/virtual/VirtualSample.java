package dev.loopscope.samples.virtual;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts virtual threads all the time; one in so many waits where it cannot leave its carrier. */
public final class VirtualSample implements Sample {
  private static final int FIRST_JDK = 21;
  private static final Duration PAUSE = Duration.ofMillis(10);

  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public String summary() {
    return "virtual threads, some pinned to their carriers (JDK 21 or newer)";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        new OptionSpec("each", "N", "20", "threads started every 10 ms"),
        new OptionSpec("nap", "TIME", "50ms", "how long each waits"),
        new OptionSpec("pin", "TIME", "200ms", "how long a pinned one waits"),
        new OptionSpec("pin-every", "TIME", "1s", "one is pinned this often"));
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException {
    int each = options.number("each", 1, 10_000);
    Duration nap = options.period("nap");
    Duration pin = options.period("pin");
    long pins = Math.max(1, options.period("pin-every").toNanos() / PAUSE.toNanos());
    ExecutorService threads = executor();
    Starter starter = new Starter(threads, each, nap, pin, pins);
    Thread thread = new Thread(starter, "virtual-starter");
    thread.setDaemon(true);
    thread.start();
    journal.print("READY pid=" + ProcessHandle.current().pid());
    journal.say("ended: %s", lifetime.awaitEnd());
    thread.interrupt();
    thread.join();
    threads.shutdownNow();
    return 0;
  }

  /** Compiled for a JDK that does not know the method, which is why it is looked up. */
  private static ExecutorService executor() throws SampleFailure {
    int feature = Runtime.version().feature();
    if (feature < FIRST_JDK) {
      throw new SampleFailure(
          "virtual threads need JDK 21 or newer, this is JDK "
              + feature
              + "; start the samples with a newer java");
    }
    try {
      MethodHandle maker =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) maker.invokeExact();
    } catch (Throwable e) {
      throw new SampleFailure("this JDK does not make virtual threads: " + e);
    }
  }

  private record Starter(ExecutorService threads, int each, Duration nap, Duration pin, long pins)
      implements Runnable {

    @Override
    public void run() {
      try {
        for (long i = 1; ; i++) {
          Thread.sleep(PAUSE.toMillis());
          for (int n = 0; n < each; n++) {
            threads.execute(new Nap(nap));
          }
          if (i % pins == 0) {
            threads.execute(new PinnedNap(pin));
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits and lets others have the carrier. */
  private record Nap(Duration time) implements Runnable {
    @Override
    public void run() {
      sleep(time);
    }
  }

  /**
   * Waits inside the initializer of a class, which pins in every JDK that has virtual threads:
   * below it is a frame of the JVM. The class is made anew each time, as it is initialized once.
   */
  private record PinnedNap(Duration time) implements Runnable {
    @Override
    public void run() {
      System.setProperty(PinningInitializer.MILLIS, String.valueOf(time.toMillis()));
      try {
        Class.forName(PinningInitializer.class.getName(), true, new FreshClass());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
