package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.store.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loopscope snapshot}: a recording as a picture. */
@Command(
    name = "snapshot",
    description = "Renders a recording as a PNG, as the window would show it; needs no display.",
    footer = {
      "",
      "Examples:",
      "  loopscope snapshot f.loopscope -o f.png",
      "  loopscope snapshot f.loopscope -o f.png --size 2560x1440 --from 3s --to 4.5s --lanes flow"
    })
final class SnapshotCommand implements Callable<Integer> {

  private final SessionOpener opener;
  private final Screen screen;

  @Parameters(paramLabel = "FILE", description = "A recording.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PNG",
      required = true,
      description = "The picture to write.")
  private Path picture = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1000",
      converter = ImageSize.Converter.class,
      description = "Size in pixels (default: ${DEFAULT-VALUE}).")
  private ImageSize size = new ImageSize(1600, 1000);

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "First moment to show, from the start of the recording.")
  private @Nullable Duration from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Last moment to show, from the start of the recording.")
  private @Nullable Duration to;

  @Option(
      names = "--lanes",
      defaultValue = "loop",
      description = "What a lane is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PictureOptions.Lanes lanes = PictureOptions.Lanes.LOOP;

  @Option(names = "--dark", description = "Use the dark theme.")
  private boolean dark;

  @Spec private CommandSpec spec;

  SnapshotCommand(SessionOpener opener, Screen screen) {
    this.opener = opener;
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (from != null && to != null && to.compareTo(from) <= 0) {
      throw new ParameterException(spec.commandLine(), "--to must be later than --from");
    }
    try (Session session = LoadedRecording.open(opener, file)) {
      LoadedRecording.warn(session, spec.commandLine().getErr());
      screen.picture(
          session,
          picture,
          new PictureOptions(
              size.width(), size.height(), span(session.trace().extent()), lanes, dark));
      return LoadedRecording.exitCode(session);
    }
  }

  private @Nullable TimeSpan span(TimeSpan extent) {
    if (from == null && to == null) {
      return null;
    }
    long first = from == null ? extent.fromNanos() : extent.fromNanos() + from.toNanos();
    long last = to == null ? extent.toNanos() : extent.fromNanos() + to.toNanos();
    if (from != null && first >= extent.toNanos()) {
      throw new ParameterException(
          spec.commandLine(),
          "--from lies behind the end: the recording is "
              + extent.lengthNanos() / 1_000_000_000.0
              + " s long");
    } else if (last <= first) {
      throw new ParameterException(
          spec.commandLine(), "--to must be later than the start of the recording");
    }
    return new TimeSpan(first, last);
  }
}
