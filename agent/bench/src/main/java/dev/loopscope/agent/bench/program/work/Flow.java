package dev.loopscope.agent.bench.program.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * One stream of small pieces of work: each gives the next to the same loop, from that loop's own
 * thread, and after a few thousand the next kind of loop goes on. So one thread is busy at any time
 * and hardly ever waits, and the kinds always have the same shares: what is done a second does not
 * depend on how threads are scheduled.
 */
public final class Flow {
  private static final int PIECES_IN_A_ROW = 2_000;

  /** Gives a piece of work to whatever is to do it. */
  public interface Giver {
    void give(Runnable piece);
  }

  private final List<Giver> givers = new ArrayList<>();
  private final Semaphore resting = new Semaphore(1);
  private volatile boolean going;

  // written by the one thread that has the stream
  private volatile long done;
  private int at;
  private int inARow;

  /** Adds a kind of loop. Before {@link #go}. */
  void add(Giver giver) {
    givers.add(giver);
  }

  /** Begins the stream, which must not go. */
  public void go() {
    resting.acquireUninterruptibly();
    going = true;
    give();
  }

  /** Ends the stream; returns when its last piece is done. */
  public void rest() {
    going = false;
    resting.acquireUninterruptibly();
    resting.release();
  }

  /** Pieces done so far. */
  public long done() {
    return done;
  }

  private void give() {
    // an object of its own for each piece, as programs have
    givers.get(at).give(() -> run());
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time has the stream
  private void run() {
    done++;
    if (++inARow == PIECES_IN_A_ROW) {
      inARow = 0;
      at = (at + 1) % givers.size();
    }
    if (going) {
      give();
    } else {
      resting.release();
    }
  }
}
