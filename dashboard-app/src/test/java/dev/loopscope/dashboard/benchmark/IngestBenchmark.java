package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Runs a second into a fresh store, which the reader thread must keep up with. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IngestBenchmark {

  private static final int LOOPS = 16;
  private static final int BATCHES = 256;
  private static final int RUNS_PER_BATCH = 2_048;
  private static final int RUNS = BATCHES * RUNS_PER_BATCH;

  private List<RunBatch> frames = List.of();
  private byte[] bytes = new byte[0];

  @Setup
  public void encode() throws IOException {
    frames = new MadeUpRuns().batches(LOOPS, BATCHES, RUNS_PER_BATCH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FrameWriter writer = new FrameWriter(out)) {
      for (RunBatch frame : frames) {
        writer.write(frame);
      }
    }
    bytes = out.toByteArray();
  }

  /** What the store alone costs. */
  @Benchmark
  @OperationsPerInvocation(RUNS)
  public TraceStore framesToStore() {
    TraceStore store = new TraceStore();
    frames.forEach(store::accept);
    return store;
  }

  /** What the reader thread does: decode and store. */
  @Benchmark
  @OperationsPerInvocation(RUNS)
  public TraceStore bytesToStore() throws IOException {
    TraceStore store = new TraceStore();
    try (FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes))) {
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        store.accept(frame);
      }
    }
    return store;
  }
}
