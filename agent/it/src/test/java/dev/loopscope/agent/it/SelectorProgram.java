package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A program around a framework that selects by itself; says what it did when it is asked. */
public final class SelectorProgram {

  /** What a framework does on command. */
  interface Framework {
    /** Does as many rounds as asked; returns how often its loop must have come back for them. */
    int work(int rounds) throws Exception;

    /** Blocks the loop in {@link #blockHere}; returns when that is over. */
    void block(long millis) throws Exception;

    void end() throws Exception;
  }

  private SelectorProgram() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream errors = System.err;
    // what frameworks log would stand between the answers
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      serve(open(arguments[0]));
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace(errors);
      System.exit(1);
    }
  }

  private static void serve(Framework framework) throws Exception {
    try {
      new ProgramCommands(
              (counts, rounds) -> counts.done.addAndGet(framework.work(rounds)), framework::block)
          .serve();
    } finally {
      framework.end();
    }
  }

  private static Framework open(String name) throws Exception {
    return switch (name) {
      case "jetty" -> new JettyFramework();
      case "tomcat" -> new TomcatFramework();
      case "undertow" -> new UndertowFramework();
      case "kafka" -> new KafkaFramework();
      case "zookeeper" -> new ZooKeeperFramework();
      case "none" -> new HandWrittenFramework();
      default -> throw new IOException("unknown framework " + name);
    };
  }

  /** What a loop must never do; a stall is to name this method. */
  static void blockHere(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
