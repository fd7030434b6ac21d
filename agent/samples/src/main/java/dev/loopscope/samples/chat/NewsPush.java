package dev.loopscope.samples.chat;

/** What the server tells everybody on its own account, by schedule. Runs on one worker loop. */
final class NewsPush implements Runnable {
  private final ChatRoom room;
  private int number;

  NewsPush(ChatRoom room) {
    this.room = room;
  }

  @Override
  public void run() {
    number++;
    room.tellAll("news " + number + ": " + room.size() + " people are here");
  }
}
