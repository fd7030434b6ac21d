package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Extras;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  Extras extras() {
    return new Extras(pointsFile, details.stream().distinct().toList());
  }
}
