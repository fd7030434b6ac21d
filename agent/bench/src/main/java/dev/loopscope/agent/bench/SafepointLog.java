package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM's own log says of how long it stood still. */
final class SafepointLog {
  private static final Pattern TOTAL = Pattern.compile("Safepoint \"(\\w+)\".*Total: +(\\d+) ns");

  private final Path file;
  private int linesRead;

  SafepointLog(Path file) {
    this.file = file;
  }

  /** The JVM option that writes it. */
  static String option(Path file) {
    return "-Xlog:safepoint:file=" + file + "::filecount=0";
  }

  /** Forgets what is there already. */
  void skip() throws IOException {
    linesRead = Files.readAllLines(file).size();
  }

  /** The longest stop logged since the last call, reaching the safepoint included; 0 none. */
  long longestNanos() throws IOException {
    return stops().stream().mapToLong(Stop::nanos).max().orElse(0);
  }

  /** What was logged since the last call. */
  List<Stop> stops() throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Stop> stops = new ArrayList<>();
    for (String line : lines.subList(linesRead, lines.size())) {
      Matcher matcher = TOTAL.matcher(line);
      if (matcher.find()) {
        stops.add(new Stop(matcher.group(1), Long.parseLong(matcher.group(2))));
      }
    }
    linesRead = lines.size();
    return stops;
  }

  /**
   * One time that the JVM stood still.
   *
   * @param operation what for, as the JVM calls it
   * @param nanos for how long, reaching the safepoint included
   */
  record Stop(String operation, long nanos) {}
}
