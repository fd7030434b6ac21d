package dev.loopscope.samples.chat;

/** Writes lines that were said to the log of the chat, a few at a time; short by itself. */
record FlushTask(Housekeeping work) implements Runnable {
  private static final long FLUSH_NANOS = 200_000;

  @Override
  public void run() {
    work.doFor(FLUSH_NANOS);
  }
}
