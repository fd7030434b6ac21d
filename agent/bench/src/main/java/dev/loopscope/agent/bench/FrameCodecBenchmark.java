package dev.loopscope.agent.bench;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/**
 * What a run costs on the way to bytes and back, in nanoseconds a run, for a batch as a busy Netty
 * loop gives it: an I/O phase and then some tasks, from other threads and from the loop itself, of
 * a dozen types, with now and then a timer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameCodecBenchmark {

  private static final int RUNS = 4096;
  private static final int TASKS_PER_TURN = 4;
  private static final int TYPES = 12;
  private static final int SUBMITTERS = 4;
  private static final int TIMER_EVERY = 64;
  private static final long LOOP_THREAD = 31;
  private static final long SEED = 20_25;

  private RunBatch batch = new RunBatch(1, new RunColumns(RUNS));
  private byte[] encoded = {};
  private final FrameWriter writer = new FrameWriter(OutputStream.nullOutputStream());

  @Setup
  public void fill() throws IOException {
    batch = new RunBatch(1, busyLoop());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FrameWriter once = new FrameWriter(out)) {
      once.write(batch);
    }
    encoded = out.toByteArray();
    System.out.printf("%n%.2f bytes a run%n", encoded.length / (double) RUNS);
  }

  static RunColumns busyLoop() {
    Random random = new Random(SEED);
    RunColumns runs = new RunColumns(RUNS);
    long id = 3L << 40;
    long now = 86_400_000_000_000L;
    for (int i = 0; i < RUNS; i++) {
      id++;
      long gap = random.nextInt(4) == 0 ? random.nextInt(2_000) : 0;
      long start = now + gap;
      long end = start + (long) Math.exp(6 + 1.5 * Math.abs(random.nextGaussian()));
      runs.add(run(random, i, id, start, end));
      now = end;
    }
    return runs;
  }

  private static Run run(Random random, int i, long id, long start, long end) {
    long wait = (long) Math.exp(8 + 1.5 * random.nextGaussian());
    if (i % (TASKS_PER_TURN + 1) == 0) {
      return new Run(id, 0, 0, RunKind.IO, Outcome.DONE, 0, 0, start, end, wait, 0);
    }
    if (i % TIMER_EVERY == 1) {
      long due = start - 90_000;
      return new Run(
          id,
          id - 500,
          2,
          RunKind.TIMER,
          Outcome.DONE,
          due - wait,
          due,
          start,
          end,
          0,
          LOOP_THREAD);
    }
    boolean inLoop = random.nextInt(3) == 0;
    return new Run(
        id,
        inLoop ? id - 1 - random.nextInt(6) : 0,
        3 + (int) Math.min(TYPES - 1, Math.abs(random.nextGaussian() * 3)),
        RunKind.TASK,
        random.nextInt(200) == 0 ? Outcome.FAILED : Outcome.DONE,
        start - wait,
        0,
        start,
        end,
        0,
        inLoop ? LOOP_THREAD : LOOP_THREAD + 1 + random.nextInt(SUBMITTERS));
  }

  @Benchmark
  @OperationsPerInvocation(RUNS)
  public long encode() throws IOException {
    writer.write(batch);
    return writer.bytesWritten();
  }

  @Benchmark
  @OperationsPerInvocation(RUNS)
  public @Nullable Frame decode(Decoder decoder) throws IOException {
    return decoder.decode(encoded);
  }

  /** One reader for all invocations, as on a connection; its stream starts anew each time. */
  @State(Scope.Thread)
  public static class Decoder {
    private final Replay source = new Replay();
    private final FrameReader reader = new FrameReader(source);

    @Nullable Frame decode(byte[] bytes) throws IOException {
      source.start(bytes);
      return reader.read();
    }
  }

  private static final class Replay extends ByteArrayInputStream {
    Replay() {
      super(new byte[0]);
    }

    void start(byte[] bytes) {
      buf = bytes;
      pos = 0;
      count = bytes.length;
    }
  }
}
