package dev.loopscope.dashboard.session;

import dev.loopscope.protocol.Hello;

/** How a session is called in title bars. */
public final class SessionTitle {

  private SessionTitle() {}

  /** For example {@code "chat-server · pid 4711"}. */
  public static String of(Hello hello) {
    String name = hello.process().name();
    return (name.isBlank() ? "unnamed process" : name) + " · pid " + hello.process().pid();
  }
}
