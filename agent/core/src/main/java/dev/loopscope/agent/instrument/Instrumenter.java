package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopePoints;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Weaves all points into what is loaded and into what will be, and takes them out again. Each way
 * is one batch, because every retransformation stops the whole process once.
 */
public final class Instrumenter implements AutoCloseable {
  private final Instrumentation instrumentation;
  private final PointTable table;
  private final FrameworkVersions versions = new FrameworkVersions();
  private final WeavingTransformer transformer;

  public Instrumenter(Instrumentation instrumentation, PointTable table) {
    this.instrumentation = instrumentation;
    this.table = table;
    transformer = new WeavingTransformer(table, versions);
  }

  /** Weaves loaded classes now and keeps weaving those that are loaded later. */
  public void weave() {
    instrumentation.addTransformer(transformer, true);
    retransform(affected());
  }

  /** Stops weaving and gives every woven class its own code back. */
  @Override
  public void close() {
    instrumentation.removeTransformer(transformer);
    retransform(affected());
  }

  private List<Class<?>> affected() {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (!loaded.isArray()
          && !loaded.isHidden()
          && !table.in(loaded.getName().replace('.', '/')).isEmpty()
          && instrumentation.isModifiableClass(loaded)) {
        classes.add(loaded);
      }
    }
    return classes;
  }

  private void retransform(List<Class<?>> classes) {
    if (classes.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (Throwable batch) {
      // one bad class refuses the whole batch: find it, and do without it alone
      for (Class<?> one : classes) {
        try {
          instrumentation.retransformClasses(one);
        } catch (Throwable e) {
          transformer.failed(one.getName(), e);
        }
      }
    }
  }

  /** What became of every point, in the order of the table. Any thread. */
  public List<PointReport> report() {
    List<PointReport> reports = new ArrayList<>();
    List<Point> points = table.points();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      List<String> wovenIn = transformer.wovenIn(i).stream().sorted().toList();
      String failure = transformer.failure(point.owner());
      boolean missing = wovenIn.isEmpty() && failure.isEmpty() && transformer.isSeen(i);
      boolean fired = LoopscopePoints.hasFired(i);
      reports.add(
          new PointReport(
              point.plugin(), point.sees(), point.label(), wovenIn, fired, missing, failure));
    }
    return reports;
  }

  /** Versions of a plugin's framework in this process, as far as known. */
  public Set<String> versions(String plugin) {
    return versions.of(plugin);
  }

  /**
   * Versions of the jars that loaded classes of this name came from, joined; empty when unknown. A
   * scan over all classes: for rare questions.
   */
  public String versionOfClass(String className) {
    FrameworkVersions found = new FrameworkVersions();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().equals(className)) {
        found.note(className, loaded.getProtectionDomain());
      }
    }
    return String.join(", ", found.of(className));
  }
}
