package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Extras;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to watch besides. */
final class ExtraOptions {

  @Option(
      names = "--points",
      paramLabel = "FILE",
      description = "Watch the program's own loops too, as FILE declares them (docs/own-loops.md).")
  private @Nullable Path pointsFile;

  @Option(
      names = "--detail",
      paramLabel = "NAME",
      split = ",",
      description =
          "Watch this too, at a price: channels, mounts or pool-origins"
              + " (docs/command-line.md). May be given several times.")
  private List<String> details = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "[NAME=]DURATION",
      converter = LimitConverter.class,
      description =
          "A run that takes longer is blocked (default: 50ms, windows 100ms, pools 1s). With"
              + " NAME= only on that loop or group of loops. May be given several times.")
  private List<LimitConverter.Limit> limits = new ArrayList<>();

  /** Of several limits of the same name the last one holds. */
  Extras extras() {
    Map<String, Duration> byName = new HashMap<>();
    limits.forEach(limit -> byName.put(limit.name(), limit.most()));
    return new Extras(pointsFile, details.stream().distinct().toList(), byName);
  }
}
