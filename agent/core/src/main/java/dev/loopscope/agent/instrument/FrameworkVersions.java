package dev.loopscope.agent.instrument;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions of the frameworks found, read off the names of the jars their classes came from: this
 * asks no class loader of the application anything.
 */
final class FrameworkVersions {
  private static final Pattern JAR_VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+[^/!]*?)\\.jar");

  private final Map<String, Set<String>> byPlugin = new ConcurrentHashMap<>();

  /** Remembers where a woven class of a plugin came from. */
  void note(String plugin, @Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    if (source != null && source.getLocation() != null) {
      String version = version(source.getLocation().toString());
      if (!version.isEmpty()) {
        byPlugin.computeIfAbsent(plugin, p -> ConcurrentHashMap.newKeySet()).add(version);
      }
    }
  }

  /** The version in the last jar name of a location, empty when it has none. */
  static String version(String location) {
    Matcher matcher = JAR_VERSION.matcher(location);
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }

  /** Versions known of a plugin's framework, usually one. */
  Set<String> of(String plugin) {
    return new TreeSet<>(byPlugin.getOrDefault(plugin, Set.of()));
  }
}
