package dev.loopscope.agent.it;

import java.util.logging.LogManager;

/**
 * A program on some framework, under load all the time, that gives it tasks on command. {@link
 * FrameworkTest} is the same for all of them.
 */
interface FrameworkProgram {
  /** Gives the framework so many tasks of each of the program's classes, and waits for them. */
  void doAll(TypeCounts counts, int tasks) throws Exception;

  /** Blocks one loop by {@link #block}, and waits until it is over. */
  void blockOne(long millis) throws Exception;

  /** Gives the framework so many tasks that it refuses; answers how many it refused. */
  default int refuse(int tasks) throws Exception {
    throw new UnsupportedOperationException("this program is never refused anything");
  }

  /** Answers the test's commands until it closes its end. */
  default void serve() throws Exception {
    // what frameworks log would stand between the answers
    LogManager.getLogManager().reset();
    new ProgramCommands(this).serve();
    System.exit(0);
  }

  /** What a handler must not do. */
  static void block(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
