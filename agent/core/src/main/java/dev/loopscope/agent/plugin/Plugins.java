package dev.loopscope.agent.plugin;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.instrument.PointTable;
import dev.loopscope.agent.plugin.executor.ExecutorPlugin;
import dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin;
import dev.loopscope.agent.plugin.javafx.JavaFxPlugin;
import dev.loopscope.agent.plugin.netty.NettyPlugin;
import dev.loopscope.agent.plugin.own.OwnLoop;
import dev.loopscope.agent.plugin.own.OwnPlugin;
import dev.loopscope.agent.plugin.selector.SelectorPlugin;
import dev.loopscope.agent.plugin.swing.SwingPlugin;
import dev.loopscope.agent.plugin.timer.TimerPlugin;
import dev.loopscope.agent.plugin.vertx.VertxPlugin;
import dev.loopscope.agent.plugin.virtualthread.VirtualThreadPlugin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The list of plugins: the one place to add another. */
public final class Plugins {
  // what several plugins declare alike is reported for the first of them
  private static final List<Plugin> ALL =
      List.of(
          new SelectorPlugin(),
          new NettyPlugin(),
          new ExecutorPlugin(),
          new ForkJoinPlugin(),
          new TimerPlugin(),
          new SwingPlugin(),
          new VertxPlugin(),
          new JavaFxPlugin(),
          new VirtualThreadPlugin());

  private final List<Plugin> chosen;
  private final Set<String> details;

  /** Chooses plugins, and what they watch besides, by name. */
  public Plugins(Set<String> wanted, Set<String> details) {
    this(wanted, details, List.of());
  }

  /** As the other one, with the loops that the user has declared. */
  public Plugins(Set<String> wanted, Set<String> details, List<OwnLoop> own) {
    Stream<Plugin> named = ALL.stream().filter(plugin -> wanted.contains(plugin.name()));
    chosen = Stream.concat(named, own.stream().map(OwnPlugin::new)).toList();
    this.details = Set.copyOf(details);
  }

  /** Whether loops of this kind would belong to one of the plugins there are. */
  public static boolean isKind(String kind) {
    return names().contains(OwnPlugin.prefix(kind)) || names().contains(kind);
  }

  /** Whether one of the plugins there are has points in a class, by its binary name. */
  public static boolean watches(String className) {
    String name = '/' + className.replace('.', '/');
    return ALL.stream()
        .flatMap(plugin -> plugin.points().stream())
        .anyMatch(point -> name.endsWith('/' + point.owner()));
  }

  /** Names of all plugins there are. */
  public static List<String> names() {
    return ALL.stream().map(Plugin::name).toList();
  }

  /** All there is to watch besides. */
  public static List<Detail> allDetails() {
    return ALL.stream().flatMap(plugin -> plugin.details().stream()).toList();
  }

  /** The chosen plugins. */
  public List<Plugin> chosen() {
    return chosen;
  }

  public PointTable points() {
    return new PointTable(chosen.stream().flatMap(this::points).toList());
  }

  private Stream<Point> points(Plugin plugin) {
    Stream<Point> besides =
        plugin.details().stream()
            .filter(detail -> details.contains(detail.name()))
            .flatMap(detail -> plugin.pointsOf(detail.name()).stream());
    return Stream.concat(plugin.points().stream(), besides);
  }

  /** What is told besides runs, made anew. */
  public List<Source> sources() {
    return Stream.concat(
            Stream.of(new ChannelFacts()),
            chosen.stream().flatMap(plugin -> plugin.sources(details).stream()))
        .toList();
  }

  /** The plugins' own limits in nanoseconds, by kind of loop. */
  public Map<String, Long> limits() {
    Map<String, Long> limits = new HashMap<>();
    chosen.forEach(plugin -> limits.putAll(plugin.limits()));
    return limits;
  }

  public String[] internalTypes() {
    return chosen.stream()
        .flatMap(plugin -> plugin.internalTypes().stream())
        .toArray(String[]::new);
  }

  public List<LoopFrame> loopFrames() {
    return chosen.stream().flatMap(plugin -> plugin.loopFrames().stream()).toList();
  }

  public List<LoopOwner> owners() {
    return chosen.stream().flatMap(plugin -> plugin.owners().stream()).toList();
  }
}
