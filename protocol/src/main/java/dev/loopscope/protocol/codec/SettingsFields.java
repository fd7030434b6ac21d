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

  /** Keys of the two lists of limits: by kind and by name of the loop. */
  private static final String KIND = "kind";

  private static final String NAME = "name";

  private record Limit(String of, long limitNanos) {}

  private SettingsFields() {}

  static void write(Settings settings, FieldWriter out) throws IOException {
    out.number("limit", settings.defaultLimitNanos());
    writeLimits("kinds", KIND, settings.limitNanosByKind(), out);
    out.number("rate", settings.eventsPerSecond());
    writeLimits("names", NAME, settings.limitNanosByName(), out);
    out.texts("own", settings.ownPackages(), Limits.MAX_OWN_PACKAGES);
  }

  static Settings read(FieldReader in) throws IOException {
    long limit = 0;
    Map<String, Long> kinds = Map.of();
    Map<String, Long> names = Map.of();
    long rate = 0;
    List<String> own = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "limit" -> limit = in.number();
        case "kinds" -> kinds = readLimits(KIND, in);
        case "rate" -> rate = in.number();
        case "names" -> names = readLimits(NAME, in);
        case "own" -> own = in.texts(Limits.MAX_OWN_PACKAGES);
        default -> in.skip();
      }
    }
    return new Settings(limit, kinds, names, rate, own);
  }

  private static void writeLimits(
      String list, String key, Map<String, Long> limits, FieldWriter out) throws IOException {
    List<Limit> entries = new ArrayList<>();
    limits.forEach((of, limit) -> entries.add(new Limit(of, limit)));
    entries.sort((a, b) -> a.of.compareTo(b.of));
    out.list(
        list,
        entries,
        Limits.MAX_KINDS,
        (entry, item) -> {
          item.text(key, entry.of);
          item.number("limit", entry.limitNanos);
        });
  }

  private static Map<String, Long> readLimits(String ofKey, FieldReader in) throws IOException {
    Map<String, Long> limits = new HashMap<>();
    for (Limit entry : in.list(Limits.MAX_KINDS, item -> readLimit(ofKey, item))) {
      limits.put(entry.of, entry.limitNanos);
    }
    return limits;
  }

  private static Limit readLimit(String ofKey, FieldReader in) throws IOException {
    String of = "";
    long limit = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      if (key.equals(ofKey)) {
        of = in.text();
      } else if (key.equals("limit")) {
        limit = in.number();
      } else {
        in.skip();
      }
    }
    return new Limit(of, limit);
  }
}
