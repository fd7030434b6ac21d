package dev.loopscope.agent.start;

import dev.loopscope.agent.plugin.Detail;
import dev.loopscope.agent.plugin.Plugins;
import dev.loopscope.agent.plugin.own.OwnLoop;
import dev.loopscope.agent.plugin.own.PointsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the agent's argument: {@code key=value} pairs between commas or line ends, or {@code @FILE}
 * with the same in a file, because an attach argument over 1,024 bytes does not arrive.
 */
final class AgentOptionsParser {
  private static final String LIMIT = "limit";
  private static final String DURATION = "for";
  private static final String LIMIT_OF_KIND = "limit.";
  private static final String LIMIT_OF_LOOP = "limit:";
  private static final int FEWEST_TOKEN_CHARACTERS = 16;

  private final Map<String, String> values;

  private AgentOptionsParser(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the whole argument.
   *
   * @throws AgentException with what is wrong and how to say it right
   */
  static AgentOptions parse(String argument) {
    AgentOptionsParser parser = new AgentOptionsParser(split(expand(argument.strip())));
    AgentOptions options =
        new AgentOptions(
            parser.destination(),
            parser.limit(),
            parser.limits(LIMIT_OF_KIND),
            parser.limits(LIMIT_OF_LOOP),
            parser.ownPackages(),
            parser.budget(),
            parser.plugins(),
            parser.details(),
            parser.ownLoops(),
            parser.duration());
    parser.refuseUnknown();
    return options;
  }

  private static String expand(String argument) {
    if (!argument.startsWith("@")) {
      return argument;
    }
    try {
      return Files.readString(Path.of(argument.substring(1)));
    } catch (IOException e) {
      throw new AgentException(
          "The options file cannot be read: " + argument.substring(1) + ". Check the path.", e);
    }
  }

  private static Map<String, String> split(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    // by one character, for which no regular expression is compiled
    for (String pair : text.replace('\r', ',').replace('\n', ',').split(",", -1)) {
      String trimmed = pair.strip();
      int equals = trimmed.indexOf('=');
      if (trimmed.isEmpty()) {
        continue;
      }
      if (equals <= 0) {
        throw new AgentException("The option '" + trimmed + "' has no value. Write key=value.");
      }
      values.put(trimmed.substring(0, equals), trimmed.substring(equals + 1));
    }
    return values;
  }

  private AgentOptions.Destination destination() {
    String connect = values.remove("connect");
    String listen = values.remove("listen");
    String record = values.remove("record");
    String token = values.remove("token");
    int given = (connect == null ? 0 : 1) + (listen == null ? 0 : 1) + (record == null ? 0 : 1);
    if (given != 1) {
      throw new AgentException(
          "Say once where to send to: connect=HOST:PORT,token=T or listen=PORT,token=T or"
              + " record=FILE.");
    }
    if (record != null) {
      return new AgentOptions.Recording(Path.of(record));
    }
    if (token == null || token.length() < FEWEST_TOKEN_CHARACTERS) {
      throw new AgentException(
          "A connection needs token=T with at least "
              + FEWEST_TOKEN_CHARACTERS
              + " characters, the same on both sides.");
    }
    return connect != null
        ? connect(connect, token)
        : new AgentOptions.Listen(port(String.valueOf(listen)), token);
  }

  private static AgentOptions.Connect connect(String address, String token) {
    int colon = address.lastIndexOf(':');
    if (colon <= 0) {
      throw new AgentException("connect=" + address + " is no address. Write connect=HOST:PORT.");
    }
    return new AgentOptions.Connect(
        address.substring(0, colon), port(address.substring(colon + 1)), token);
  }

  private static int port(String text) {
    int port = number("port", text);
    if (port < 1 || port > 0xFFFF) {
      throw new AgentException("Port " + text + " does not exist. Choose one from 1 to 65535.");
    }
    return port;
  }

  private long limit() {
    String limit = values.remove(LIMIT);
    return limit == null ? AgentOptions.DEFAULT_LIMIT_NANOS : nanos(LIMIT, limit);
  }

  private Map<String, Long> limits(String prefix) {
    Map<String, Long> limits = new HashMap<>();
    for (String key : Set.copyOf(values.keySet())) {
      if (key.startsWith(prefix)) {
        limits.put(key.substring(prefix.length()), nanos(key, values.get(key)));
        values.remove(key);
      }
    }
    return Map.copyOf(limits);
  }

  private long duration() {
    String duration = values.remove(DURATION);
    return duration == null ? 0 : nanos(DURATION, duration);
  }

  private int budget() {
    String budget = values.remove("budget");
    return budget == null ? AgentOptions.DEFAULT_BUDGET_PER_SECOND : number("budget", budget);
  }

  private Set<String> plugins() {
    List<String> known = Plugins.names();
    return chosen("plugins", "plugin", known, known.toString(), Set.copyOf(known));
  }

  private Set<String> details() {
    if (!values.containsKey("detail")) {
      return Set.of(); // nobody reads the prices then
    }
    List<Detail> known = Plugins.allDetails();
    String priced =
        known.stream()
            .map(detail -> detail.name() + " (" + detail.sees() + "; costs " + detail.price() + ")")
            .collect(Collectors.joining(", "));
    List<String> names = known.stream().map(Detail::name).toList();
    return chosen("detail", "detail", names, priced, Set.of());
  }

  private Set<String> chosen(
      String key, String what, List<String> known, String listing, Set<String> unless) {
    String chosen = values.remove(key);
    if (chosen == null) {
      return unless;
    }
    Set<String> names = new LinkedHashSet<>(joined(chosen));
    Set<String> unknown = new LinkedHashSet<>(names);
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new AgentException(
          "There is no " + what + " " + unknown + ". Choose from " + listing + ", joined by '+'.");
    }
    return Set.copyOf(names);
  }

  private List<OwnLoop> ownLoops() {
    String file = values.remove("points");
    return file == null
        ? List.of()
        : PointsFile.read(Path.of(file), Plugins::isKind, PointsFile.WATCHED_IS_ASKED_LATER);
  }

  private List<String> ownPackages() {
    String own = values.remove("own");
    return own == null ? List.of() : joined(own);
  }

  private static List<String> joined(String names) {
    return List.of(names.split("\\+", -1));
  }

  private void refuseUnknown() {
    if (!values.isEmpty()) {
      throw new AgentException(
          "Unknown option "
              + values.keySet()
              + ". Known are connect, listen, token, record, limit, limit.KIND, limit:LOOP,"
              + " own, budget, plugins, detail, points, for.");
    }
  }

  private static int number(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new AgentException(key + "=" + text + " is not a whole number.", e);
    }
  }

  private static long nanos(String key, @Nullable String text) {
    String value = String.valueOf(text).toLowerCase(Locale.ROOT);
    String digits = value.replaceFirst("(ns|us|ms|s)$", "");
    long unit =
        switch (value.substring(digits.length())) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "s" -> 1_000_000_000L;
          default -> 1_000_000L;
        };
    try {
      long nanos = Math.multiplyExact(Long.parseLong(digits), unit);
      if (nanos > 0) {
        return nanos;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw new AgentException(key + "=" + text + " is no duration. Write for example 50ms.", e);
    }
    throw new AgentException(key + "=" + text + " must be more than nothing.");
  }
}
