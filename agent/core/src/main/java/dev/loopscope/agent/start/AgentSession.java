package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.Instrumenter;
import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.instrument.WeavingRehearsal;
import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.plugin.Plugins;
import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.plugin.own.PointsFile;
import dev.loopscope.agent.probe.LoopscopeErrors;
import dev.loopscope.agent.probe.LoopscopeEvents;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopeOwnLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.probe.LoopscopePools;
import dev.loopscope.agent.probe.LoopscopeProbe;
import dev.loopscope.agent.probe.LoopscopeThreads;
import dev.loopscope.agent.probe.LoopscopeToolkit;
import dev.loopscope.agent.probe.LoopscopeTypes;
import dev.loopscope.protocol.Settings;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One session from attach to detach. Opening installs the probe, weaves, turns the hooks on and
 * starts the components; closing undoes that in the opposite order.
 */
public final class AgentSession implements AgentContext, AutoCloseable {
  /** Rings take at most this share of the heap, so that a small process stays small. */
  private static final int HEAP_SHARE = 16;

  private static final long MOST_RING_BYTES = 256L << 20;

  private final AgentOptions options;
  private final Instrumentation instrumentation;
  private final URL jar;
  private final Plugins plugins;
  private final Instrumenter instrumenter;
  private final FrameworkNames names;
  private final Runnable watching;
  private final Runnable closed;
  private final Deque<Component> components = new ArrayDeque<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile long attachedNanos;

  /** Of the drain thread. */
  private @Nullable UncoveredParts uncovered;

  private AgentSession(
      AgentOptions options,
      Instrumentation instrumentation,
      URL jar,
      Runnable watching,
      Runnable closed) {
    this.options = options;
    this.jar = jar;
    this.instrumentation = instrumentation;
    this.watching = watching;
    this.closed = closed;
    plugins = new Plugins(options.plugins(), options.details(), options.ownLoops());
    instrumenter = new Instrumenter(instrumentation, plugins.points());
    names = new FrameworkNames(plugins.chosen(), instrumenter.copies());
  }

  /**
   * Called by {@link AgentMain} through reflection, because it lives in another class loader.
   *
   * @param jar the agent jar, where the probe's classes are read from
   * @param watching told once late loops are looked for, soon after this returns
   * @param closed told at the very end of the session
   * @return closing it detaches, on the calling thread
   */
  public static AutoCloseable open(
      String arguments,
      Instrumentation instrumentation,
      URL jar,
      Runnable watching,
      Runnable closed)
      throws Exception {
    AgentOptions options = AgentOptionsParser.parse(arguments);
    ProbeInstaller.install(instrumentation, jar, LoopscopeProbe.VERSION);
    if (!options.ownLoops().isEmpty()) {
      PointsFile.refuseWatched(options.ownLoops(), Plugins::watches);
      ActiveMethods.refuse(options.ownLoops());
    }
    // beside the making of the points, because it takes as long again
    Errand preparing = Errand.begin("prepare", WeavingRehearsal::play);
    try {
      AgentSession session = new AgentSession(options, instrumentation, jar, watching, closed);
      Errand.begin("start", () -> session.begin(preparing)).await();
      return session;
    } finally {
      preparing.await();
    }
  }

  private synchronized void begin(Errand preparing) {
    LoopscopeLoops.reset(Math.min(Runtime.getRuntime().maxMemory() / HEAP_SHARE, MOST_RING_BYTES));
    LoopscopePools.reset();
    LoopscopeThreads.reset();
    LoopscopeEvents.reset();
    LoopscopeOwnLoops.reset();
    LoopscopeToolkit.reset();
    LoopscopeTypes.setInternalPrefixes(plugins.internalTypes());
    try {
      attachedNanos = System.nanoTime();
      List<Component> wired = AgentComponents.wire(this);
      wired.forEach(components::push);
      Errand opening = Errand.begin("open", () -> wired.forEach(Component::open));
      try {
        LoopscopePoints.turnOn();
        instrumenter.weave(preparing::await);
      } finally {
        opening.await();
      }
      wired.forEach(Component::start);
    } catch (RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  /** Detaches: hooks off, classes restored, components closed, memory given back. */
  @Override
  public void close() {
    Errand.begin("detach", this::leave).await();
  }

  private void leave() {
    if (closing.compareAndSet(false, true)) {
      try {
        end();
      } finally {
        closed.run();
      }
    }
  }

  private synchronized void end() {
    LoopscopePoints.turnOff();
    instrumenter.close();
    for (Component component : components) {
      try {
        component.close();
      } catch (RuntimeException e) {
        LoopscopeErrors.count(e); // the others must still end
      }
    }
    components.clear();
    LoopscopeLoops.reset(0);
    LoopscopePools.reset();
    LoopscopeEvents.reset();
    LoopscopeOwnLoops.reset();
    LoopscopeToolkit.reset();
  }

  @Override
  public void detach() {
    AgentThreads.daemon("detach", this::leave).start();
  }

  @Override
  public void findIdleLoops() {
    IdleLoops.register(plugins.loopFrames(), instrumenter.copies());
  }

  @Override
  public void watching() {
    watching.run();
  }

  @Override
  public AgentOptions options() {
    return options;
  }

  @Override
  public String version() {
    return AgentVersion.of(jar);
  }

  @Override
  public Instrumentation instrumentation() {
    return instrumentation;
  }

  @Override
  public Settings settings() {
    Map<String, Long> limits = new HashMap<>(plugins.limits());
    limits.putAll(options.limitNanosByKind());
    return new Settings(
        options.limitNanos(),
        limits,
        options.limitNanosByName(),
        options.budgetPerSecond(),
        options.ownPackages());
  }

  @Override
  public List<Source> sources() {
    return plugins.sources();
  }

  @Override
  public List<PointReport> coverage() {
    return instrumenter.report();
  }

  @Override
  public List<UncoveredPart> uncovered() {
    UncoveredParts parts = uncovered;
    if (parts == null) { // made here, because attaching does not wait for it
      parts =
          new UncoveredParts(
              plugins.uncovered(), instrumenter.copies(), instrumentation::getAllLoadedClasses);
      uncovered = parts;
    }
    return parts.now(System.nanoTime());
  }

  @Override
  public String framework(String plugin, int copy) {
    return names.of(plugin, copy);
  }

  @Override
  public List<LoopOwner> owners() {
    return plugins.owners();
  }

  @Override
  public String versionOfClass(String className) {
    return instrumenter.versionOfClass(className);
  }

  @Override
  public long attachedNanos() {
    return attachedNanos;
  }
}
