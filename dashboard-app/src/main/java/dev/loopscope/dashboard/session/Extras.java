package dev.loopscope.dashboard.session;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to watch in a process besides what the agent watches by itself.
 *
 * @param pointsFile declares loops that the program wrote itself; null for none
 * @param details names of details, which cost; the agent knows which there are
 */
public record Extras(@Nullable Path pointsFile, List<String> details) {

  /** Nothing besides. */
  public static final Extras NONE = new Extras(null, List.of());

  public Extras {
    details = List.copyOf(details);
  }
}
