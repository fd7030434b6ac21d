package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Answers a test's commands, one line each, until standard input ends. */
final class ProgramCommands {
  /** Gives the program work and waits until all of it is over. */
  interface Work {
    void doAll(OwnCounts counts, int tasks) throws Exception;
  }

  private final Work work;

  ProgramCommands(Work work) {
    this.work = work;
  }

  void serve() throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    String line = in.readLine();
    while (line != null) {
      System.out.println(answer(line));
      line = in.readLine();
    }
  }

  private String answer(String line) throws Exception {
    String[] words = line.split(" ", -1);
    return switch (words[0]) {
      case "work" -> {
        OwnCounts counts = new OwnCounts();
        work.doAll(counts, Integer.parseInt(words[1]));
        yield counts.toString();
      }
      case "probe" -> ProbeCounts.read();
      case "loops" -> ProbeCounts.describe();
      case "threads" -> threads();
      case "classes" -> classes();
      case "digest" -> CaptureAgent.digest();
      case "status" -> String.valueOf(System.getProperty("loopscope.agent"));
      case "visible" -> visible(words[1]);
      default -> throw new IOException("unknown command " + line);
    };
  }

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.equals("Attach Listener")) // the JVM's own, made by the first attach
        .sorted()
        .toList()
        .toString();
  }

  private static String classes() {
    System.gc();
    return String.valueOf(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }

  private static String visible(String className) {
    try {
      Class.forName(className, false, ClassLoader.getSystemClassLoader());
      return "yes";
    } catch (ClassNotFoundException e) {
      return "no";
    }
  }
}
