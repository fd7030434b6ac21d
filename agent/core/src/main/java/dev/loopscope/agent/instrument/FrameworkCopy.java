package dev.loopscope.agent.instrument;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A framework's classes under one prefix in one class loader. A process may hold several: shaded
 * ones, and one for each application in a server. Any thread.
 */
public final class FrameworkCopy {
  /** What became of a point in this copy: its flag in the probe, and where it was woven. */
  record InCopy(int flag, Set<String> wovenIn) {}

  private final int number;
  private final String plugin;
  private final String prefix;
  private final @Nullable WeakReference<ClassLoader> loader;
  private final Set<String> locations = ConcurrentHashMap.newKeySet();
  private final Map<String, String> versionByLocation = new ConcurrentHashMap<>();
  private final Map<Integer, InCopy> points = new ConcurrentHashMap<>();

  FrameworkCopy(int number, String plugin, String prefix, @Nullable ClassLoader loader) {
    this.number = number;
    this.plugin = plugin;
    this.prefix = prefix;
    this.loader = loader == null ? null : new WeakReference<>(loader);
  }

  /** Unique in this session; 0 is what is not told apart, such as the JDK. */
  public int number() {
    return number;
  }

  /**
   * What shading put before the framework's own names, for example {@code io.grpc.netty.shaded}.
   */
  public String prefix() {
    return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1).replace('/', '.');
  }

  /** Whether its class loader was given up and collected. */
  public boolean isGone() {
    return loader != null && loader.get() == null;
  }

  /**
   * Its versions as its jars say, usually one; empty when none says it. Opens each jar once, so not
   * for a thread that loads classes.
   *
   * @param versionFile see {@link VersionFile}
   */
  public Set<String> versions(String versionFile) {
    Set<String> versions = new TreeSet<>();
    for (String location : locations) {
      String version =
          versionByLocation.computeIfAbsent(
              location, from -> VersionFile.version(from, prefix(), versionFile));
      if (!version.isEmpty()) {
        versions.add(version);
      }
    }
    return versions;
  }

  boolean is(String ofPlugin, String behind, @Nullable ClassLoader in) {
    return isOf(ofPlugin)
        && isBehind(behind)
        && (loader == null ? in == null : in != null && loader.refersTo(in));
  }

  /** Whether this is its prefix, in the form {@code io/grpc/netty/shaded/}. */
  boolean isBehind(String other) {
    return prefix.equals(other);
  }

  boolean isOf(String ofPlugin) {
    return plugin.equals(ofPlugin);
  }

  void noteLocation(String location) {
    locations.add(location);
  }

  @Nullable InCopy point(int point) {
    return points.get(point);
  }

  void add(int point, InCopy state) {
    points.put(point, state);
  }
}
