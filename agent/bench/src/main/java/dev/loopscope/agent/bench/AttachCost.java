package dev.loopscope.agent.bench;

import com.sun.tools.attach.VirtualMachine;
import dev.loopscope.agent.bench.program.ManyClassesProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long attach and detach take in a process with many classes and a busy loop, and how long they
 * stop it at most, by the process's own safepoint log. Each time in a new JVM.
 *
 * <p>Arguments: {@code rounds=5 classes=10000}.
 */
public final class AttachCost {
  private static final double MILLI_NANOS = 1e6;

  private final Path log;
  private final List<Double> connect = new ArrayList<>();
  private final List<Double> load = new ArrayList<>();
  private final List<Double> watching = new ArrayList<>();
  private final List<Double> stop = new ArrayList<>();
  private final List<Double> detach = new ArrayList<>();
  private final List<Double> detachStop = new ArrayList<>();
  private String classes = "";

  private AttachCost(Path log) {
    this.log = log;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long rounds = given.take("rounds", 5);
    long classes = given.take("classes", 10_000);
    given.refuseUnknown();
    Path log = Files.createTempFile("loopscope-bench", ".log");
    try {
      AttachCost cost = new AttachCost(log);
      for (int i = 0; i < rounds; i++) {
        cost.measure(classes);
      }
      cost.print();
    } finally {
      Files.delete(log);
    }
  }

  private void measure(long enough) throws Exception {
    Files.writeString(log, "");
    SafepointLog safepoints = new SafepointLog(log);
    List<String> options = List.of("-Xmx256m", SafepointLog.option(log));
    try (FramePort port = new FramePort(frame -> {});
        ChildJvm target = ChildJvm.start(options, ManyClassesProgram.class, enough)) {
      TimeUnit.SECONDS.sleep(2); // until the start's own safepoints are over
      classes = target.ask("classes");
      safepoints.skip();

      long began = System.nanoTime();
      VirtualMachine machine = target.attach();
      try {
        connect.add(millisSince(began));
        long loading = System.nanoTime();
        load.add(timeLoading(machine, port.agentOptions()));
        ChildJvm.awaitWatching(machine);
        watching.add(millisSince(loading));
        TimeUnit.SECONDS.sleep(1); // the log is written a little later
        stop.add(safepoints.longestNanos() / MILLI_NANOS);

        detach.add(timeLoading(machine, "detach"));
        TimeUnit.SECONDS.sleep(1);
        detachStop.add(safepoints.longestNanos() / MILLI_NANOS);
      } finally {
        machine.detach();
      }
    }
  }

  private static double timeLoading(VirtualMachine machine, String options) throws IOException {
    long began = System.nanoTime();
    ChildJvm.loadAgent(machine, options);
    return millisSince(began);
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / MILLI_NANOS;
  }

  private void print() {
    Machine.print("AttachCost");
    Machine.line("classes loaded: %s", classes);
    Machine.line("connecting to the JVM: %s ms", Numbers.of(connect).spread("%.0f"));
    Machine.line("loading the agent: %s ms, budget 500 ms", Numbers.of(load).spread("%.0f"));
    Machine.line("until it looks for late loops: %s ms", Numbers.of(watching).spread("%.0f"));
    Machine.line("longest stop of it: %s ms, budget 40 ms", Numbers.of(stop).spread("%.1f"));
    Machine.line("detaching: %s ms, budget 150 ms", Numbers.of(detach).spread("%.0f"));
    Machine.line("longest stop of it: %s ms, budget 40 ms", Numbers.of(detachStop).spread("%.1f"));
  }
}
