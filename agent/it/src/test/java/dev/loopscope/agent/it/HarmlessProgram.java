package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Tells what it sees of its own tasks; the same line each time, if nobody does it any harm. */
public final class HarmlessProgram {
  private HarmlessProgram() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
    System.exit(0);
  }

  private static String answer(String line) throws Exception {
    return switch (line) {
      case "facts" -> facts();
      case "status" -> String.valueOf(System.getProperty("loopscope.agent"));
      case "loops" -> ProbeCounts.describe();
      default -> "unknown command " + line;
    };
  }

  private static String facts() {
    Facts facts = new Facts();
    try {
      PoolFacts.tell(facts);
      HostileFacts.tell(facts);
      LibraryFacts.tell(facts);
    } catch (Exception | LinkageError e) {
      StackTraceElement[] stack = e.getStackTrace();
      facts.add("failed", e + " at " + (stack.length == 0 ? "?" : stack[0]));
    }
    return facts.toString();
  }
}
