package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a stall once, from the sample to the bytes, and throws the result away: so that the classes
 * an alert needs are loaded before the first real one, which would otherwise come some 60 ms late.
 * The operating system's numbers of loops that wait are found by it too, of those known by then;
 * others are searched for when they are first asked for, see {@link Sampler#sample}.
 */
final class Rehearsal {

  private final Sampler sampler;
  private final JvmPauses pauses;
  private final ErrorLog errors;

  Rehearsal(Sampler sampler, JvmPauses pauses, ErrorLog errors) {
    this.sampler = sampler;
    this.pauses = pauses;
    this.errors = errors;
  }

  /** Plays a stall of the calling thread. */
  void play() {
    Witness witness = new Witness(sampler, new OwnPackages(null), any -> 0, any -> null);
    StallDesk desk = new StallDesk(() -> Settings.DEFAULT, sampler, witness, pauses, this::encode);
    long now = System.nanoTime();
    long start = now - 2 * Settings.DEFAULT_LIMIT_NANOS;
    Role role = new Role(Thread.currentThread(), start);
    desk.look(role, now);
    desk.finished(new LongRun(role.loop(), role.run(), now, Settings.DEFAULT_LIMIT_NANOS), now);
    desk.closeSettled(now + StallDesk.EXACT_END_NANOS);
  }

  private boolean encode(List<? extends Frame> frames) {
    try {
      FrameWriter writer = new FrameWriter(OutputStream.nullOutputStream());
      for (Frame frame : frames) {
        writer.write(frame);
      }
    } catch (IOException e) {
      errors.count("rehearsing an alert", e);
    }
    return true;
  }

  /** A thread that plays a blocked loop. */
  private record Role(Thread thread, long currentStartNanos) implements WatchedLoop {

    OpenRun run() {
      return new OpenRun(currentRun(), 0, 0, RunKind.TASK, 0, 0, currentStartNanos, 0);
    }

    @Override
    public int loop() {
      return 1;
    }

    @Override
    public String kind() {
      return "";
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public String group() {
      return "";
    }

    @Override
    @SuppressWarnings("deprecation") // Thread.threadId() is newer than the oldest JVM we watch
    public long threadId() {
      return thread.getId();
    }

    @Override
    public long currentRun() {
      return 1;
    }

    @Override
    public @Nullable OpenRun open(long id) {
      return run();
    }
  }
}
