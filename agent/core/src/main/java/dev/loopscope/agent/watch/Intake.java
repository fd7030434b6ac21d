package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import java.util.concurrent.ArrayBlockingQueue;

/** What other threads tell the watcher: put in by any thread, which never waits; bounded. */
final class Intake {

  private static final int MAX_WAITING = 4_096;

  private final ArrayBlockingQueue<LongRun> finished = new ArrayBlockingQueue<>(MAX_WAITING);
  private final ArrayBlockingQueue<Integer> gone = new ArrayBlockingQueue<>(MAX_WAITING);
  private final ErrorLog errors;

  Intake(ErrorLog errors) {
    this.errors = errors;
  }

  void finished(LongRun run) {
    if (!finished.offer(run)) {
      errors.count("More long runs ended at once than the watcher takes: some have no alert");
    }
  }

  void gone(int loop) {
    if (!gone.offer(loop)) {
      errors.count("More loops ended at once than the watcher takes");
    }
  }

  /** The watcher's thread: hands on what has come so far. */
  void pass(StallDesk stalls) {
    int ended = gone.size(); // their last runs have come before them
    for (LongRun run = finished.poll(); run != null; run = finished.poll()) {
      stalls.finished(run, System.nanoTime());
    }
    for (; ended > 0; ended--) {
      Integer loop = gone.poll();
      if (loop != null) {
        stalls.forget(loop, System.nanoTime());
      }
    }
  }
}
