package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings as they stand in Hello and in Configure. */
final class SettingsFields {

  private record KindLimit(String kind, long limitNanos) {}

  private SettingsFields() {}

  static void write(Settings settings, FieldWriter out) throws IOException {
    out.number("limit", settings.defaultLimitNanos());
    List<KindLimit> kinds = new ArrayList<>();
    settings.limitNanosByKind().forEach((kind, limit) -> kinds.add(new KindLimit(kind, limit)));
    kinds.sort((a, b) -> a.kind.compareTo(b.kind));
    out.list("kinds", kinds, Limits.MAX_KINDS, SettingsFields::writeKind);
    out.number("rate", settings.eventsPerSecond());
  }

  static Settings read(FieldReader in) throws IOException {
    long limit = 0;
    Map<String, Long> kinds = new HashMap<>();
    long rate = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "limit" -> limit = in.number();
        case "kinds" ->
            in.list(Limits.MAX_KINDS, SettingsFields::readKind)
                .forEach(entry -> kinds.put(entry.kind, entry.limitNanos));
        case "rate" -> rate = in.number();
        default -> in.skip();
      }
    }
    return new Settings(limit, kinds, rate);
  }

  private static void writeKind(KindLimit entry, FieldWriter out) throws IOException {
    out.text("kind", entry.kind);
    out.number("limit", entry.limitNanos);
  }

  private static KindLimit readKind(FieldReader in) throws IOException {
    String kind = "";
    long limit = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "kind" -> kind = in.text();
        case "limit" -> limit = in.number();
        default -> in.skip();
      }
    }
    return new KindLimit(kind, limit);
  }
}
