package dev.loopscope.agent.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * {@code name=number} arguments of a measurement, for longer or shorter runs than the default, and
 * {@code name=WORD} ones that choose a part of it.
 */
final class Arguments {
  private final Map<String, String> given = new TreeMap<>();

  Arguments(String[] arguments) {
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException("'" + argument + "' is not of the form name=value.");
      }
      given.put(pair[0], pair[1]);
    }
  }

  long take(String name, long otherwise) {
    String value = given.remove(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + name + '=' + value + "' needs a number.", e);
    }
  }

  /** Whether {@code name=choice} was said, in whatever case, or nothing of that name. */
  Predicate<String> takeChoice(String name) {
    String value = given.remove(name);
    return choice -> value == null || value.equalsIgnoreCase(choice);
  }

  /** After everything known was taken: refuses what nobody asked for. */
  void refuseUnknown() {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("Unknown arguments: " + given.keySet());
    }
  }
}
