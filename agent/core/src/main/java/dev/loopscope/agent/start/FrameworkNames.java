package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.FrameworkCopies;
import dev.loopscope.agent.instrument.FrameworkCopy;
import dev.loopscope.agent.plugin.Plugin;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names each copy of a framework so that a user can tell it from the others. Any thread. */
final class FrameworkNames {
  private static final String JDK = "JDK";

  private final List<Plugin> plugins;
  private final FrameworkCopies copies;

  FrameworkNames(List<Plugin> plugins, FrameworkCopies copies) {
    this.plugins = plugins;
    this.copies = copies;
  }

  /** See {@link AgentContext#framework}. */
  String of(String plugin, int copy) {
    Optional<Plugin> found =
        plugins.stream()
            .filter(one -> one.name().equals(plugin) && !one.framework().equals(JDK))
            .findFirst();
    return found.map(one -> name(one, copy)).orElseGet(() -> JDK + ' ' + Runtime.version());
  }

  private String name(Plugin plugin, int copy) {
    Set<String> present = new LinkedHashSet<>();
    Map<String, Integer> timesUsed = new HashMap<>();
    for (FrameworkCopy one : copies.of(plugin.name())) {
      String plain = plain(plugin, one);
      int times = timesUsed.merge(plain, 1, Integer::sum);
      String name = times == 1 ? plain : plain + " #" + times;
      if (one.number() == copy) {
        return name;
      }
      if (!one.isGone()) {
        present.add(name);
      }
    }
    return present.isEmpty() ? plugin.framework() : String.join(" or ", present);
  }

  private static String plain(Plugin plugin, FrameworkCopy copy) {
    String versions = String.join(", ", copy.versions(plugin.versionFile()));
    String version = versions.isEmpty() ? "" : ' ' + versions;
    String prefix = copy.prefix().isEmpty() ? "" : " (" + copy.prefix() + ')';
    return plugin.framework() + version + prefix;
  }
}
