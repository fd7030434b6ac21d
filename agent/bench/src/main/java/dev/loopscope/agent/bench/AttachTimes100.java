package dev.loopscope.agent.bench;

import com.sun.tools.attach.VirtualMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Attaches to programs at work and detaches again, a hundred times each, and looks at what is left:
 * threads, classes, memory, and throughput beside a twin that never was attached.
 *
 * <p>Both twins are compared before the first attach and after the last detach, in turns; the
 * second ratio is divided by the first. What a first attach leaves for good, such as the probe's
 * classes, is there at the 10th: growth counts from then on.
 *
 * <p>Arguments: {@code times=100 stay=20 pairs=3 millis=1000}; {@code stay} is how many
 * milliseconds the agent is there each time. {@code HTTP=0}, {@code POOLS=0}, {@code SWING=0},
 * {@code VERTX=0} and {@code VIRTUAL=0} leave a program out.
 */
public final class AttachTimes100 {
  private static final int LOOK_EVERY = 10;
  private static final int FIRST_VIRTUAL = 21;
  private static final int WARM_UPS = 3;

  /** The last session's threads end a little after its detach, and hold its classes until then. */
  private static final long SETTLE_MILLIS = 500;

  private final long times;
  private final long stayMillis;
  private final long pairs;
  private final long millis;

  private AttachTimes100(long times, long stayMillis, long pairs, long millis) {
    this.times = times;
    this.stayMillis = stayMillis;
    this.pairs = pairs;
    this.millis = millis;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    AttachTimes100 measurement =
        new AttachTimes100(
            Math.max(given.take("times", 100), LOOK_EVERY),
            given.take("stay", 20),
            given.take("pairs", 3),
            given.take("millis", 1_000));
    Map<String, Long> programs = new LinkedHashMap<>();
    for (String name : List.of("HTTP", "POOLS", "SWING", "VERTX", "VIRTUAL")) {
      programs.put(name, given.take(name, 1));
    }
    given.refuseUnknown();
    Machine.print("AttachTimes100");
    for (Map.Entry<String, Long> program : programs.entrySet()) {
      if (program.getValue() == 0) {
        Machine.line("%s: left out", program.getKey());
      } else if (program.getKey().equals("VIRTUAL")
          && Runtime.version().feature() < FIRST_VIRTUAL) {
        Machine.line("VIRTUAL: not measured, this JDK has no virtual threads");
      } else {
        measurement.measure(program.getKey());
      }
    }
  }

  private static Twin start(String program) throws Exception {
    return program.equals("HTTP") ? Twin.http() : Twin.steady(program);
  }

  private void measure(String program) throws Exception {
    try (Twin never = start(program);
        Twin visited = start(program)) {
      for (int i = 0; i < WARM_UPS; i++) {
        never.rate(millis);
        visited.rate(millis);
      }
      Numbers before = ratios(never, visited, 1);
      Map<Long, Twin.Footprint> seen = new TreeMap<>();
      long began = System.nanoTime();
      visit(visited, seen);
      double each = (System.nanoTime() - began) / 1e6 / times;
      Numbers after = ratios(never, visited, before.median());
      Machine.line("%s: %d attaches and detaches of %.0f ms", program, times, each);
      seen.forEach((time, footprint) -> Machine.line("  after %d: %s", time, footprint));
      Machine.line("  throughput, second / first before any attach: %s", before.spread("%.3f"));
      Machine.line("  throughput, visited / never, over that: %s", after.spread("%.3f"));
    }
  }

  private Numbers ratios(Twin never, Twin visited, double base) throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double first = never.rate(millis);
      ratios.add(visited.rate(millis) / first / base);
    }
    return Numbers.of(ratios);
  }

  private void visit(Twin visited, Map<Long, Twin.Footprint> seen) throws Exception {
    seen.put(0L, visited.footprint());
    VirtualMachine machine = visited.jvm().attach();
    try (FramePort port = new FramePort(frame -> {})) {
      for (long i = 1; i <= times; i++) {
        if (i % LOOK_EVERY == 1) {
          visited.go();
        }
        ChildJvm.loadAgent(machine, port.agentOptions());
        TimeUnit.MILLISECONDS.sleep(stayMillis);
        ChildJvm.loadAgent(machine, "detach");
        if (i % LOOK_EVERY == 0 || i == times) {
          visited.rest();
          TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
          if (i == LOOK_EVERY || i == times / 2 || i == times) {
            seen.put(i, visited.footprint());
          }
        }
      }
    } finally {
      machine.detach();
    }
  }
}
