package dev.loopscope.samples.chat;

import dev.loopscope.samples.journal.Journal;

/** A line on standard output now and then. Runs on one worker loop. */
record StatusReport(ChatRoom room, Journal journal) implements Runnable {
  @Override
  public void run() {
    journal.say("%d people in the chat, told %d lines so far", room.size(), room.linesSaid());
  }
}
