package dev.loopscope.agent.bench.program;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Netty loops that run many small tasks, as many loops as the argument says.
 *
 * <p>Commands: {@code flood RATE} starts to run so many tasks a second on all loops together;
 * {@code stop} ends it; {@code ran} answers how many tasks and timers have run since the flood
 * began.
 */
public final class FloodProgram {
  private final List<Tap> taps = new ArrayList<>();

  private FloodProgram(int loops) {
    for (EventExecutor loop : new NioEventLoopGroup(loops)) {
      taps.add(new Tap((EventLoop) loop));
    }
  }

  public static void main(String[] arguments) throws Exception {
    FloodProgram program = new FloodProgram(Integer.parseInt(arguments[0]));
    Commands.serve(program::answer);
  }

  private String answer(String[] command) throws Exception {
    switch (command[0]) {
      case "flood" -> {
        for (Tap tap : taps) {
          tap.open(Long.parseLong(command[1]) / taps.size());
        }
      }
      case "stop" -> {
        for (Tap tap : taps) {
          tap.close();
        }
      }
      case "ran" -> {
        return String.valueOf(taps.stream().mapToLong(tap -> tap.ran).sum());
      }
      default -> throw new IllegalArgumentException(command[0]);
    }
    return "ok";
  }

  /** Every millisecond, on its loop, gives the loop as many tasks as are due by then. */
  private static final class Tap implements Runnable {
    private static final long MILLI_NANOS = 1_000_000L;
    private static final double SECOND_NANOS = 1e9;

    private final EventLoop loop;
    private volatile boolean flowing;
    private volatile long ran;

    // of the loop's thread
    private double perNano;
    private long since;
    private long given;

    Tap(EventLoop loop) {
      this.loop = loop;
    }

    void open(long perSecond) throws InterruptedException {
      flowing = true;
      loop.submit(
              () -> {
                perNano = perSecond / SECOND_NANOS;
                since = System.nanoTime();
                given = 0;
                ran = 1; // this task
                loop.schedule(this, MILLI_NANOS, TimeUnit.NANOSECONDS);
              })
          .sync();
    }

    /** Returns when all that was given has run. */
    void close() throws InterruptedException {
      flowing = false;
      loop.submit(this::task).sync();
    }

    @Override
    public void run() {
      task();
      if (!flowing) {
        return;
      }
      long due = (long) ((System.nanoTime() - since) * perNano);
      for (; given < due; given++) {
        loop.execute(this::task);
      }
      loop.schedule(this, MILLI_NANOS, TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the loop's thread writes
    private void task() {
      ran++;
    }
  }
}
