package dev.loopscope.agent.plugin;

import dev.loopscope.agent.instrument.PointTable;
import dev.loopscope.agent.plugin.executor.ScheduledPoolPlugin;
import dev.loopscope.agent.plugin.netty.NettyPlugin;
import dev.loopscope.agent.plugin.selector.SelectorPlugin;
import java.util.List;
import java.util.function.Predicate;

/** The list of plugins: the one place to add another. */
public final class Plugins {
  // what several plugins declare alike is reported for the first of them
  private static final List<Plugin> ALL =
      List.of(new SelectorPlugin(), new NettyPlugin(), new ScheduledPoolPlugin());

  private final List<Plugin> chosen;

  /** Chooses plugins by name. */
  public Plugins(Predicate<String> wanted) {
    chosen = ALL.stream().filter(plugin -> wanted.test(plugin.name())).toList();
  }

  /** Names of all plugins there are. */
  public static List<String> names() {
    return ALL.stream().map(Plugin::name).toList();
  }

  /** The chosen plugins. */
  public List<Plugin> chosen() {
    return chosen;
  }

  public PointTable points() {
    return new PointTable(chosen.stream().flatMap(plugin -> plugin.points().stream()).toList());
  }

  public String[] internalTypes() {
    return chosen.stream()
        .flatMap(plugin -> plugin.internalTypes().stream())
        .toArray(String[]::new);
  }

  public List<LoopFrame> loopFrames() {
    return chosen.stream().flatMap(plugin -> plugin.loopFrames().stream()).toList();
  }
}
