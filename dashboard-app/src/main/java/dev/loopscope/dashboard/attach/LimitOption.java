package dev.loopscope.dashboard.attach;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How the agent is told from when on a run is too long. */
final class LimitOption {

  private LimitOption() {}

  /**
   * The options, each with the comma before it; empty for no limits.
   *
   * @param limits by name of a loop or a group, that of all loops under the empty name
   * @throws WrongOptionException when the options cannot say one of them
   */
  static String of(Map<String, Duration> limits) throws WrongOptionException {
    StringBuilder options = new StringBuilder();
    for (Map.Entry<String, Duration> limit : new TreeMap<>(limits).entrySet()) {
      String name = limit.getKey();
      if (name.matches("(?s).*[,=\\r\\n].*") || !name.equals(name.strip())) {
        throw new WrongOptionException(
            "The limit of \""
                + name
                + "\" cannot be told to the agent: there is a comma, an equals sign, a line end or"
                + " a blank at an end in the name. Use the name of the loop's group, or one limit"
                + " for all.");
      }
      options
          .append(name.isEmpty() ? ",limit=" : ",limit:" + name + "=")
          .append(limit.getValue().toNanos())
          .append("ns");
    }
    return options.toString();
  }
}
