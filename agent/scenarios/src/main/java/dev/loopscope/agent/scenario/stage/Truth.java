package dev.loopscope.agent.scenario.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program says happened, by its own clock.
 *
 * @param startNanos when the block began
 * @param nanos how long it lasted, 0 while it lasts
 * @param cpuNanos CPU time of the loop's thread in it, -1 unknown
 * @param queueNanos how long the loop's thread waited for a CPU in it, -1 unknown
 * @param culprits the methods to blame: any of them is right; empty when no code is to blame
 */
public record Truth(
    long startNanos, long nanos, long cpuNanos, long queueNanos, List<Method> culprits) {

  private static final Pattern LINE =
      Pattern.compile("start=(\\d+) nanos=(\\d+) cpu=(-?\\d+) queue=(-?\\d+) culprits=(.*)");
  private static final Pattern METHOD = Pattern.compile("(.*)#(.*):(-?\\d+)");

  /** A method to blame; {@code line} is negative when any line of it is right. */
  public record Method(String className, String method, int line) {

    /** Whether that is the method, and the line if it is known. */
    boolean is(String otherClass, String otherMethod, int otherLine) {
      return className.equals(otherClass)
          && method.equals(otherMethod)
          && (line < 0 || line == otherLine);
    }
  }

  public Truth {
    culprits = List.copyOf(culprits);
  }

  static Truth parse(String answer) throws IOException {
    Matcher line = LINE.matcher(answer);
    if (!line.matches()) {
      throw new IOException("The program did not say what happened but: " + answer);
    }
    return new Truth(
        Long.parseLong(line.group(1)),
        Long.parseLong(line.group(2)),
        Long.parseLong(line.group(3)),
        Long.parseLong(line.group(4)),
        methods(line.group(5)));
  }

  private static List<Method> methods(String words) {
    List<Method> methods = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Matcher method = METHOD.matcher(word);
      if (method.matches()) {
        methods.add(
            new Method(method.group(1), method.group(2), Integer.parseInt(method.group(3))));
      }
    }
    return methods;
  }

  /** When it ended. */
  public long endNanos() {
    return startNanos + nanos;
  }

  /** Whether the machine itself left the loop without a CPU for a good part of the time. */
  public boolean wasStarved() {
    return nanos > 0 && queueNanos > nanos * 0.35;
  }
}
