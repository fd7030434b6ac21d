package dev.loopscope.agent.bench.program;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Chains of work, each of which begins its next piece by itself while the program is to work. */
final class Flow {
  /** Gives a piece of work to whatever is to do it. */
  interface Giver {
    void give(Runnable piece);
  }

  private final LongAdder done;
  private final List<Giver> givers = new ArrayList<>();
  private volatile boolean going;

  Flow(LongAdder done) {
    this.done = done;
  }

  /** Adds a chain that always gives its next piece to the same. Before {@link #go}. */
  void add(Giver giver) {
    givers.add(giver);
  }

  /** Begins every chain. */
  void go() {
    going = true;
    givers.forEach(this::next);
  }

  /** Lets every chain end with the piece it is at. */
  void rest() {
    going = false;
  }

  private void next(Giver giver) {
    giver.give(
        () -> {
          done.increment();
          if (going) {
            next(giver);
          }
        });
  }
}
