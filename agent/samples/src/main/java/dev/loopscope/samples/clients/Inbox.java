package dev.loopscope.samples.clients;

/** Where the clients of a process drop what they were told; called on their loops. */
@FunctionalInterface
public interface Inbox {
  void received(String text);
}
