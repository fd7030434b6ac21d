package dev.loopscope.dashboard.attach;

import java.util.List;
import java.util.regex.Pattern;

/** How the agent is told which details to watch. It alone knows which there are. */
final class DetailOption {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,40}");

  private DetailOption() {}

  /**
   * The option, with the comma before it; empty for no details.
   *
   * @throws WrongOptionException when a name cannot be one, and would say something else
   */
  static String of(List<String> details) throws WrongOptionException {
    for (String name : details) {
      if (!NAME.matcher(name).matches()) {
        throw new WrongOptionException(
            "\""
                + name
                + "\" cannot be the name of a detail. Names are words such as channels;"
                + " docs/command-line.md lists them.");
      }
    }
    return details.isEmpty() ? "" : ",detail=" + String.join("+", details);
  }
}
