package dev.loopscope.samples.chat;

/** Makes lines that were said findable, a few at a time; short by itself. */
record IndexTask(Housekeeping work) implements Runnable {
  private static final long INDEX_NANOS = 200_000;

  @Override
  public void run() {
    work.doFor(INDEX_NANOS);
  }
}
