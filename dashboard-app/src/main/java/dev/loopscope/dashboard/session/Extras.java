package dev.loopscope.dashboard.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to watch in a process besides what the agent watches by itself, and what is too long.
 *
 * @param pointsFile declares loops that the program wrote itself; null for none
 * @param details names of details, which cost; the agent knows which there are
 * @param limits how long a run may take: for all loops under the empty name, else for a loop or a
 *     group of that name
 */
public record Extras(
    @Nullable Path pointsFile, List<String> details, Map<String, Duration> limits) {

  /** Nothing besides. */
  public static final Extras NONE = new Extras(null, List.of(), Map.of());

  public Extras {
    details = List.copyOf(details);
    limits = Map.copyOf(limits);
  }
}
