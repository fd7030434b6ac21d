package dev.loopscope.samples.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a sample's log, read back. Values have no escapes in what the samples log. */
public record LogLine(Map<String, String> fields) {
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(\\d+))");

  /** The lines of {@code log} whose event is {@code event}, in order. */
  public static List<LogLine> read(Path log, String event) {
    try {
      return Files.readAllLines(log).stream()
          .map(LogLine::parse)
          .filter(line -> line.text("event").equals(event))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogLine parse(String line) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      String text = matcher.group(2);
      fields.put(matcher.group(1), text != null ? text : matcher.group(3));
    }
    return new LogLine(fields);
  }

  public String text(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new AssertionError("no " + name + " in " + fields);
    }
    return value;
  }

  public long number(String name) {
    return Long.parseLong(text(name));
  }
}
