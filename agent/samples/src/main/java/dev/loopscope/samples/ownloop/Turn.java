package dev.loopscope.samples.ownloop;

/** One turn of a loop. A class of its own: the endless method must not be in a declared class. */
final class Turn {
  private Turn() {}

  static void execute(Runnable task) {
    task.run();
  }
}
