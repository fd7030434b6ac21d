package dev.loopscope.agent.plugin;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.instrument.PointTable;
import dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin;
import dev.loopscope.agent.plugin.executor.ExecutorPlugin;
import dev.loopscope.agent.plugin.foreign.ForeignLoops;
import dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin;
import dev.loopscope.agent.plugin.javafx.JavaFxPlugin;
import dev.loopscope.agent.plugin.netty.NettyPlugin;
import dev.loopscope.agent.plugin.own.OwnLoop;
import dev.loopscope.agent.plugin.own.OwnPlugin;
import dev.loopscope.agent.plugin.pekko.PekkoPlugin;
import dev.loopscope.agent.plugin.selector.SelectorPlugin;
import dev.loopscope.agent.plugin.swing.SwingPlugin;
import dev.loopscope.agent.plugin.timer.TimerPlugin;
import dev.loopscope.agent.plugin.vertx.VertxPlugin;
import dev.loopscope.agent.plugin.virtualthread.VirtualThreadPlugin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The list of plugins: the one place to add another. Written without lambdas, as all that runs
 * between attach and the first frame: each costs the process close to a millisecond once.
 */
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
          new PekkoPlugin(),
          new CoroutinesPlugin(),
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
    List<Plugin> all = new ArrayList<>();
    for (Plugin plugin : ALL) {
      if (wanted.contains(plugin.name())) {
        all.add(plugin);
      }
    }
    for (OwnLoop loop : own) {
      all.add(new OwnPlugin(loop));
    }
    chosen = List.copyOf(all);
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
    List<String> names = new ArrayList<>();
    for (Plugin plugin : ALL) {
      names.add(plugin.name());
    }
    return names;
  }

  /** All there is to watch besides. */
  public static List<Detail> allDetails() {
    List<Detail> all = new ArrayList<>();
    for (Plugin plugin : ALL) {
      all.addAll(plugin.details());
    }
    return all;
  }

  /** The chosen plugins. */
  public List<Plugin> chosen() {
    return chosen;
  }

  public PointTable points() {
    List<Point> points = new ArrayList<>();
    for (Plugin plugin : chosen) {
      points.addAll(plugin.points());
      for (Detail detail : plugin.details()) {
        if (details.contains(detail.name())) {
          points.addAll(plugin.pointsOf(detail.name()));
        }
      }
    }
    return new PointTable(points);
  }

  /** What is told besides runs, made anew. */
  public List<Source> sources() {
    List<Source> sources = new ArrayList<>(List.of(new ChannelFacts()));
    for (Plugin plugin : chosen) {
      sources.addAll(plugin.sources(details));
    }
    return sources;
  }

  /** The plugins' own limits in nanoseconds, by kind of loop. */
  public Map<String, Long> limits() {
    Map<String, Long> limits = new HashMap<>();
    for (Plugin plugin : chosen) {
      limits.putAll(plugin.limits());
    }
    return limits;
  }

  public String[] internalTypes() {
    List<String> prefixes = new ArrayList<>();
    for (Plugin plugin : chosen) {
      prefixes.addAll(plugin.internalTypes());
    }
    return prefixes.toArray(new String[0]);
  }

  public List<LoopFrame> loopFrames() {
    List<LoopFrame> frames = new ArrayList<>();
    for (Plugin plugin : chosen) {
      frames.addAll(plugin.loopFrames());
    }
    return frames;
  }

  /** What the chosen plugins know to exist and do not see, and foreign loops, by their names. */
  public Map<String, List<Uncovered>> uncovered() {
    Map<String, List<Uncovered>> all = new TreeMap<>(ForeignLoops.all());
    for (Plugin plugin : chosen) {
      all.put(plugin.name(), plugin.uncovered());
    }
    return all;
  }

  public List<LoopOwner> owners() {
    List<LoopOwner> owners = new ArrayList<>();
    for (Plugin plugin : chosen) {
      owners.addAll(plugin.owners());
    }
    return owners;
  }
}
