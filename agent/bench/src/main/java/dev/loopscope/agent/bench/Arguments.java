package dev.loopscope.agent.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code name=number} arguments of a measurement, for longer or shorter runs than the default. */
final class Arguments {
  private final Map<String, Long> given = new TreeMap<>();

  Arguments(String[] arguments) {
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException("'" + argument + "' is not of the form name=number.");
      }
      given.put(pair[0], Long.parseLong(pair[1]));
    }
  }

  long take(String name, long otherwise) {
    Long value = given.remove(name);
    return value == null ? otherwise : value;
  }

  /** After everything known was taken: refuses what nobody asked for. */
  void refuseUnknown() {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("Unknown arguments: " + given.keySet());
    }
  }
}
