package dev.loopscope.dashboard.ui.source;

import java.nio.file.Path;
import java.util.List;

/**
 * How a line of source is opened.
 *
 * @param command as the user wrote it, for example {@code idea --line {line} {file}}; empty: none
 * @param roots folders that hold packages, looked through in this order
 */
public record SourceSettings(String command, List<Path> roots) {

  public static final SourceSettings NONE = new SourceSettings("", List.of());

  public SourceSettings {
    roots = List.copyOf(roots);
  }
}
