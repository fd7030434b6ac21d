package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A program around a framework that selects by itself; says what it did when it is asked. */
public final class SelectorProgram {

  /** What a framework does on command. */
  interface Framework {
    /** Does as many rounds as asked; returns how often its loop must have come back for them. */
    int work(int rounds) throws Exception;

    /** Blocks the loop in {@link #blockHere}; returns when that is over. */
    void block(int millis) throws Exception;

    void end() throws Exception;
  }

  private SelectorProgram() {}

  public static void main(String[] arguments) throws Exception {
    Framework framework = open(arguments[0]);
    try {
      serve(framework);
    } finally {
      framework.end();
    }
    System.exit(0);
  }

  private static Framework open(String name) throws Exception {
    return switch (name) {
      case "jetty" -> new JettyFramework();
      case "tomcat" -> new TomcatFramework();
      case "undertow" -> new UndertowFramework();
      case "kafka" -> new KafkaFramework();
      case "zookeeper" -> new ZooKeeperFramework();
      default -> throw new IOException("unknown framework " + name);
    };
  }

  private static void serve(Framework framework) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "work" -> System.out.println(framework.work(Integer.parseInt(words[1])));
        case "block" -> {
          framework.block(Integer.parseInt(words[1]));
          System.out.println("blocked");
        }
        case "status" -> System.out.println(System.getProperty("loopscope.agent"));
        case "threads" -> System.out.println(ownThreads());
        default -> throw new IOException("unknown command " + line);
      }
    }
  }

  /** What a loop must never do; a stall is to name this method. */
  static void blockHere(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("loopscope-"))
        .toList()
        .toString();
  }
}
