package dev.loopscope.dashboard.ui.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.source.SourceSettings;
import java.io.Serial;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Preferences} as JSON and back. Fields that are not there have their defaults. */
final class PreferencesJson {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MAX_LIMIT_MILLIS = 3_600_000;

  private PreferencesJson() {}

  /** A field holds something it cannot hold. */
  static final class Unreadable extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final String reason;

    Unreadable(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** Which field, and what is wrong, as part of a sentence. */
    String reason() {
      return reason;
    }
  }

  static ObjectNode write(Preferences preferences) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("theme", preferences.theme().name());
    root.put("timeDisplay", preferences.timeDisplay().name());
    RunLimits limits = preferences.limits();
    root.put("limitMillis", limits.defaultNanos() / NANOS_PER_MILLI);
    write(limits.nanosByKind(), root.putObject("limitMillisByKind"));
    write(limits.nanosByName(), root.putObject("limitMillisByName"));
    AlertsJson.write(preferences.alerts(), preferences.telling(), root.putObject("alerts"));
    ObjectNode source = root.putObject("source");
    source.put("command", preferences.source().command());
    ArrayNode roots = source.putArray("roots");
    preferences.source().roots().forEach(folder -> roots.add(folder.toString()));
    root.put("askBeforeClosing", preferences.askBeforeClosing());
    ArrayNode recent = root.putArray("recent");
    preferences.recent().forEach(file -> recent.add(file.toString()));
    WindowPlace place = preferences.window();
    ObjectNode window = root.putObject("window");
    if (!Double.isNaN(place.x()) && !Double.isNaN(place.y())) {
      window.put("x", place.x()).put("y", place.y());
    }
    window.put("width", place.width()).put("height", place.height());
    window.put("maximized", place.maximized());
    window.put("timelineShare", place.timelineShare());
    window.put("detailsShare", place.detailsShare());
    return root;
  }

  static Preferences read(JsonNode root) throws Unreadable {
    Preferences byDefault = Preferences.DEFAULT;
    RunLimits limits =
        new RunLimits(
            limit("limitMillis", root.path("limitMillis"), byDefault.limits().defaultNanos()),
            limits(root.path("limitMillisByKind")),
            limits(root.path("limitMillisByName")));
    JsonNode source = root.path("source");
    return new Preferences(
        constant(root, "theme", Theme.class, byDefault.theme()),
        constant(root, "timeDisplay", TimeDisplay.class, byDefault.timeDisplay()),
        limits,
        AlertsJson.readAlerts(root.path("alerts")),
        AlertsJson.readTelling(root.path("alerts")),
        new SourceSettings(
            source.path("command").asText(""), paths("source.roots", source.path("roots"))),
        root.path("askBeforeClosing").asBoolean(byDefault.askBeforeClosing()),
        paths("recent", root.path("recent")).stream().limit(Preferences.MAX_RECENT).toList(),
        window(root.path("window"), byDefault.window()));
  }

  private static void write(Map<String, Long> nanos, ObjectNode node) {
    nanos.forEach((name, limit) -> node.put(name, limit / NANOS_PER_MILLI));
  }

  private static Map<String, Long> limits(JsonNode node) throws Unreadable {
    Map<String, Long> limits = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      limits.put(entry.getKey(), limit(entry.getKey(), entry.getValue(), 0));
    }
    return limits;
  }

  private static <E extends Enum<E>> E constant(
      JsonNode root, String field, Class<E> type, E byDefault) throws Unreadable {
    JsonNode node = root.path(field);
    if (node.isMissingNode()) {
      return byDefault;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(node.asText())) {
        return constant;
      }
    }
    throw new Unreadable("\"" + field + "\" holds an unknown value");
  }

  private static long limit(String field, JsonNode node, long byDefault) throws Unreadable {
    if (node.isMissingNode()) {
      return byDefault;
    }
    double millis = node.asDouble(-1);
    if (!(millis > 0) || millis > MAX_LIMIT_MILLIS) {
      throw new Unreadable(
          "the limit \"" + field + "\" is not a number of milliseconds up to an hour");
    }
    return Math.round(millis * NANOS_PER_MILLI);
  }

  private static List<Path> paths(String field, JsonNode node) throws Unreadable {
    List<Path> files = new ArrayList<>();
    for (JsonNode file : node) {
      try {
        files.add(Path.of(file.asText()));
      } catch (InvalidPathException e) {
        throw new Unreadable("\"" + field + "\" holds something that is not a path");
      }
    }
    return files;
  }

  private static WindowPlace window(JsonNode node, WindowPlace byDefault) {
    return new WindowPlace(
        node.path("x").asDouble(byDefault.x()),
        node.path("y").asDouble(byDefault.y()),
        node.path("width").asDouble(byDefault.width()),
        node.path("height").asDouble(byDefault.height()),
        node.path("maximized").asBoolean(byDefault.maximized()),
        node.path("timelineShare").asDouble(byDefault.timelineShare()),
        node.path("detailsShare").asDouble(byDefault.detailsShare()));
  }
}
