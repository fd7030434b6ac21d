package dev.loopscope.dashboard.ui;

import java.util.logging.Logger;

/**
 * Keeps one line of JavaFX off standard error: that it was loaded from the class path. It is, on
 * purpose, because some libraries of ours are no modules; every other message still comes through.
 */
public final class ClassPathNotice {

  private static final String MESSAGE = "Unsupported JavaFX configuration";

  /** A constant, because the JDK forgets loggers that nobody holds, and their filters with them. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private ClassPathNotice() {}

  /** Call before JavaFX starts. */
  public static void silence() {
    JAVAFX.setFilter(
        entry -> entry.getMessage() == null || !entry.getMessage().startsWith(MESSAGE));
  }
}
