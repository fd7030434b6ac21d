package dev.loopscope.agent.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Answers the measuring process: one line for each line it sends. */
final class Commands {
  /** What to do for a command of the measuring process. */
  interface Answer {
    String to(String[] words) throws Exception;
  }

  private Commands() {}

  /**
   * Says that the program is ready, then answers until the input ends, and then ends the process:
   * so it never outlives who started it.
   */
  static void serve(Answer answer) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      say(answered(answer, line));
    }
    Runtime.getRuntime().halt(0);
  }

  private static String answered(Answer answer, String line) {
    try {
      return answer.to(line.split(" ", -1));
    } catch (Exception e) {
      return "failed: " + e;
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
