package dev.loopscope.samples.program;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that follow a sample's name: {@code --name VALUE}, {@code --name=VALUE}, flags. */
public final class Options {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

  private final Map<String, OptionSpec> specs = new HashMap<>();
  private final Map<String, String> given = new HashMap<>();

  private Options(List<OptionSpec> known) {
    known.forEach(spec -> specs.put(spec.name(), spec));
  }

  /**
   * Reads {@code arguments} against what is {@code known}.
   *
   * @throws UsageException for an unknown option, a missing value or a stray word
   */
  public static Options parse(List<String> arguments, List<OptionSpec> known) {
    Options options = new Options(known);
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      options.take(rest.removeFirst(), rest);
    }
    return options;
  }

  private void take(String argument, Deque<String> rest) {
    if (!argument.startsWith("--")) {
      throw new UsageException("'" + argument + "' is not an option; options start with --");
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    OptionSpec spec = specs.get(name);
    if (spec == null) {
      throw new UsageException("there is no option --" + name);
    }
    if (spec.isFlag()) {
      if (equals >= 0) {
        throw new UsageException("--" + name + " takes no value");
      }
      given.put(name, "");
    } else if (equals >= 0) {
      given.put(name, argument.substring(equals + 1));
    } else if (rest.isEmpty()) {
      throw new UsageException("--" + name + " needs a value: " + spec.placeholder());
    } else {
      given.put(name, rest.removeFirst());
    }
  }

  /** Whether a flag was given. */
  public boolean flag(String name) {
    return given.containsKey(spec(name).name());
  }

  /** The text of an option: as given, else its standard value, else nothing. */
  public Optional<String> text(String name) {
    OptionSpec spec = spec(name);
    return Optional.of(given.getOrDefault(name, spec.standard())).filter(text -> !text.isEmpty());
  }

  /**
   * A whole number within bounds.
   *
   * @throws UsageException if it is not one
   */
  public int number(String name, int least, int most) {
    String text = text(name).orElse("");
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UsageException(
        "--" + name + " '" + text + "' must be a whole number from " + least + " to " + most);
  }

  /**
   * A duration such as {@code 340ms}, {@code 3s}, {@code 2m} or {@code 0}.
   *
   * @throws UsageException if it is not one
   */
  public Duration duration(String name) {
    String text = text(name).orElse("");
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          "--" + name + " '" + text + "' must be a duration such as 340ms, 3s, 2m or 0");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  /**
   * A duration of at least 1 ms, for what cannot be done every 0 s.
   *
   * @throws UsageException if it is not one
   */
  public Duration period(String name) {
    Duration duration = duration(name);
    if (duration.isZero()) {
      throw new UsageException("--" + name + " must be longer than 0");
    }
    return duration;
  }

  private OptionSpec spec(String name) {
    OptionSpec spec = specs.get(name);
    if (spec == null) {
      throw new IllegalStateException("the sample asks for --" + name + " but never declared it");
    }
    return spec;
  }
}
