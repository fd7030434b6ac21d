package dev.loopscope.agent.scenario.act;

import org.jspecify.annotations.Nullable;

/** Live objects, so many and small that a collection of them takes long. */
final class Ballast {

  private static final int NODES = 3_000_000;

  private Ballast() {}

  /** What happens before the collection, while the ballast is held already. */
  interface Before {
    void happen() throws InterruptedException;
  }

  /** Holds the ballast, waits, and collects; returns how much was held. */
  static int collectWith(Before before) throws InterruptedException {
    Node all = chain();
    before.happen();
    System.gc();
    return all.depth;
  }

  static Node chain() {
    Node last = new Node(null, 0);
    for (int i = 1; i < NODES; i++) {
      last = new Node(last, i);
    }
    return last;
  }

  record Node(@Nullable Node next, int depth) {}
}
