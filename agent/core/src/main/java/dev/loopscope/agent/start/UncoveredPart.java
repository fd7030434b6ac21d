package dev.loopscope.agent.start;

import java.util.List;

/**
 * Something in the process that is not seen, or not wholly.
 *
 * @param plugin name of the plugin that knows of it, or of the framework when none does
 * @param copy the framework's copy that it is in, 0 unknown
 * @param what in words for the user
 * @param classes by which it was found, in order
 * @param note what is not seen, and what to do about it
 */
public record UncoveredPart(
    String plugin, int copy, String what, List<String> classes, String note) {

  public UncoveredPart {
    classes = List.copyOf(classes);
  }
}
