package dev.loopscope.agent.drain;

/** What is known of a loop besides its kind, for example {@code "Netty 4.1.135"}. */
@FunctionalInterface
interface LoopDetails {

  /**
   * Words for the user.
   *
   * @param copy number of the copy of a framework that its hooks are in, 0 unknown
   */
  String of(String kind, int copy);
}
