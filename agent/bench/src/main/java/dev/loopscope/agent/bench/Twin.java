package dev.loopscope.agent.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * One of two equal processes, which works only when it is told to.
 *
 * @param jvm the process
 * @param load the process that is told to make it work, maybe itself
 * @param go the command to begin
 * @param rest the command to end, which is answered when nothing is under way any more
 */
record Twin(ChildJvm jvm, ChildJvm load, String go, String rest) {
  /** How long it works again before it is measured. */
  private static final long RAMP_MILLIS = 50;

  /**
   * What it did in a while.
   *
   * @param cpuNanos CPU time of the whole process
   */
  record Usage(long pieces, long cpuNanos, long nanos) {
    double byTime() {
      return (double) pieces / nanos;
    }

    double byCpu() {
      return (double) pieces / cpuNanos;
    }
  }

  void begin() throws IOException {
    load.ask(go);
  }

  void end() throws IOException {
    load.ask(rest);
  }

  /** Lets it work for a while, so that what is hot is compiled. */
  void warm(long millis) throws Exception {
    begin();
    TimeUnit.MILLISECONDS.sleep(millis);
    end();
  }

  /** Lets it work, and tells what it did in so many milliseconds of it. */
  Usage measure(long millis) throws Exception {
    begin();
    TimeUnit.MILLISECONDS.sleep(RAMP_MILLIS);
    long[] from = jvm.askNumbers("usage");
    TimeUnit.MILLISECONDS.sleep(millis);
    long[] to = jvm.askNumbers("usage");
    end();
    return new Usage(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  }
}
