package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.HttpLoadProgram;
import dev.loopscope.agent.bench.program.HttpServerProgram;
import dev.loopscope.agent.bench.program.SteadyProgram;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of two equal processes, which works only when it is told to. */
final class Twin implements AutoCloseable {
  private static final List<String> JVM =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");
  private static final String CONNECTIONS = " 16 2";

  private final ChildJvm jvm;
  private final @Nullable ChildJvm client;

  private Twin(ChildJvm jvm, @Nullable ChildJvm client) {
    this.jvm = jvm;
    this.client = client;
  }

  /** A Netty HTTP server, with a process that asks it. */
  static Twin http() throws IOException {
    return new Twin(
        ChildJvm.start(JVM, HttpServerProgram.class), ChildJvm.start(JVM, HttpLoadProgram.class));
  }

  /** A process that keeps loops of one kind busy by itself. */
  static Twin steady(String work) throws IOException {
    return new Twin(ChildJvm.start(JVM, SteadyProgram.class, work), null);
  }

  ChildJvm jvm() {
    return jvm;
  }

  void go() throws IOException {
    if (client == null) {
      jvm.ask("go");
    } else {
      client.ask("load " + jvm.ask("port") + CONNECTIONS);
    }
  }

  void rest() throws IOException {
    if (client == null) {
      jvm.ask("rest");
    } else {
      client.ask("idle");
    }
  }

  /** Pieces of work a second, while it works for so long. */
  double rate(long millis) throws Exception {
    go();
    TimeUnit.MILLISECONDS.sleep(millis / 2); // until it runs evenly
    long[] from = jvm.askNumbers("usage");
    TimeUnit.MILLISECONDS.sleep(millis);
    long[] to = jvm.askNumbers("usage");
    rest();
    return (to[0] - from[0]) * 1e9 / (to[2] - from[2]);
  }

  /** What it holds when it does nothing. */
  Footprint footprint() throws Exception {
    return Footprint.of(jvm.askNumbers("footprint"));
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    jvm.close();
  }

  /**
   * What a process holds after collections.
   *
   * @param outside kilobytes outside of the heap
   */
  record Footprint(long threads, long classes, long heap, long outside) {
    private static final long KILO = 1024;

    static Footprint of(long[] answer) {
      return new Footprint(answer[0], answer[1], answer[2] / KILO, answer[3] / KILO);
    }

    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ROOT,
          "%d threads, %d classes, heap %d kB, outside %d kB",
          threads,
          classes,
          heap,
          outside);
    }
  }
}
