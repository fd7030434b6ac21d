package dev.loopscope.samples.ownloop;

/** Takes one task after the other, for ever. */
final class GameLoop implements Runnable {
  private final Inbox inbox;

  GameLoop(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Turn.execute(inbox.take());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
