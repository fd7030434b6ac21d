package dev.loopscope.dashboard.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

  /**
   * Refuses what would have no effect in a window.
   *
   * @throws ParameterException with a sentence, when such an option was given
   */
  void refuseInAWindow(CommandLine command) {
    for (String option : List.of("--for", "--out", "--size")) {
      if (command.getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(
            command,
            option + " says how to watch without a window: add --headless, or leave it out.");
      }
    }
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
