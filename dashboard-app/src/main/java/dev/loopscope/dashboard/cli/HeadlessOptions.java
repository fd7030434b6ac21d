package dev.loopscope.dashboard.cli;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options with which a command watches without a window. */
final class HeadlessOptions {

  @Option(
      names = "--headless",
      description = "Open no window; write session, picture and report to --out instead.")
  private boolean headless;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "20s",
      converter = DurationConverter.class,
      description = "Headless: how long to watch (default: ${DEFAULT-VALUE}).")
  private Duration duration = Duration.ofSeconds(20);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "loopscope-out",
      description =
          "Headless: where session.loopscope, dashboard.png and report.json go"
              + " (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("loopscope-out");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1000",
      converter = ImageSize.Converter.class,
      description = "Headless: size of the picture (default: ${DEFAULT-VALUE}).")
  private ImageSize size = new ImageSize(1600, 1000);

  boolean isHeadless() {
    return headless;
  }

  Duration duration() {
    return duration;
  }

  Path folder() {
    return folder;
  }

  ImageSize size() {
    return size;
  }
}
