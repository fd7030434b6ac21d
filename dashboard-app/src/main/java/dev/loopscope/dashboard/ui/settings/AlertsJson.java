package dev.loopscope.dashboard.ui.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.alert.RuleSettings;
import dev.loopscope.dashboard.ui.settings.PreferencesJson.Unreadable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link AlertSettings} and {@link Telling} as JSON and back; times in the file are seconds. Rules
 * that this version does not know are passed over: a newer version may have written the file.
 */
final class AlertsJson {

  /** The longest time that a setting may name: a day. */
  static final double MAX_SECONDS = 86_400;

  /** Muted groups beyond these are forgotten: nobody can look through more. */
  static final int MAX_MUTED = 1_000;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MAX_TEXT = 4_096;

  private AlertsJson() {}

  static void write(AlertSettings alerts, Telling telling, ObjectNode node) {
    ObjectNode rules = node.putObject("rules");
    alerts.rules().forEach((rule, settings) -> write(settings, rules.putObject(rule.name())));
    node.put("quietSeconds", alerts.quietNanos() / NANOS_PER_SECOND);
    node.put("clips", alerts.clips());
    node.put("clipBeforeSeconds", alerts.clipBeforeNanos() / NANOS_PER_SECOND);
    node.put("clipAfterSeconds", alerts.clipAfterNanos() / NANOS_PER_SECOND);
    ArrayNode muted = node.putArray("muted");
    alerts.muted().stream()
        .limit(MAX_MUTED)
        .forEach(
            key ->
                muted
                    .addObject()
                    .put("rule", key.rule().name())
                    .put("where", key.where())
                    .put("kind", key.kind())
                    .put("what", key.what()));
    node.put("notifications", telling.notifications());
    node.put("webhook", telling.webhook());
  }

  /** Limits are written as they count: nanoseconds or a number. */
  private static void write(RuleSettings rule, ObjectNode node) {
    node.put("enabled", rule.enabled()).put("limit", rule.limit());
    ObjectNode kinds = node.putObject("limitByKind");
    rule.limitByKind().forEach(kinds::put);
    ObjectNode names = node.putObject("limitByName");
    rule.limitByName().forEach(names::put);
  }

  static AlertSettings readAlerts(JsonNode node) throws Unreadable {
    AlertSettings read = AlertSettings.DEFAULT;
    for (Map.Entry<String, JsonNode> entry : node.path("rules").properties()) {
      AlertKind rule = kind(entry.getKey());
      if (rule != null) {
        read = read.withRule(rule, rule(entry.getValue(), AlertSettings.byDefault(rule)));
      }
    }
    read = read.withQuiet(nanos(node, "quietSeconds", read.quietNanos()));
    read =
        read.withClips(
            node.path("clips").asBoolean(read.clips()),
            nanos(node, "clipBeforeSeconds", read.clipBeforeNanos()),
            nanos(node, "clipAfterSeconds", read.clipAfterNanos()));
    Set<AlertKey> muted = new HashSet<>();
    for (JsonNode key : node.path("muted")) {
      AlertKind rule = kind(key.path("rule").asText());
      if (rule != null && muted.size() < MAX_MUTED) {
        muted.add(
            new AlertKey(
                rule, text(key.path("where")), text(key.path("kind")), text(key.path("what"))));
      }
    }
    for (AlertKey key : muted) {
      read = read.withMuted(key, true);
    }
    return read;
  }

  static Telling readTelling(JsonNode node) {
    return new Telling(
        node.path("notifications").asBoolean(Telling.DEFAULT.notifications()),
        text(node.path("webhook")));
  }

  private static @Nullable AlertKind kind(String name) {
    for (AlertKind kind : AlertKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  private static RuleSettings rule(JsonNode node, RuleSettings byDefault) throws Unreadable {
    RuleSettings rule = byDefault.withEnabled(node.path("enabled").asBoolean(byDefault.enabled()));
    if (node.has("limit")) {
      rule = rule.withLimit(limit(node.path("limit")));
    }
    Map<String, Long> kinds = limits(node.path("limitByKind"));
    return rule.withLimits(kinds, limits(node.path("limitByName")));
  }

  private static Map<String, Long> limits(JsonNode node) throws Unreadable {
    Map<String, Long> limits = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      limits.put(entry.getKey(), limit(entry.getValue()));
    }
    return limits;
  }

  private static long limit(JsonNode node) throws Unreadable {
    if (!node.canConvertToLong() || node.asLong() < 0) {
      throw new Unreadable("a limit of an alert rule is not a number from 0 up");
    }
    return node.asLong();
  }

  private static long nanos(JsonNode node, String field, long byDefault) throws Unreadable {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return byDefault;
    }
    double seconds = value.asDouble(-1);
    if (!(seconds >= 0) || seconds > MAX_SECONDS) {
      throw new Unreadable("\"" + field + "\" is not a number of seconds up to a day");
    }
    return Math.round(seconds * NANOS_PER_SECOND);
  }

  private static String text(JsonNode node) {
    String text = node.asText("");
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
