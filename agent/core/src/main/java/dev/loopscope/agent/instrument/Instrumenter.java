package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopePoints;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weaves all points into what is loaded and into what will be, and takes them out again. Each way
 * is one batch, because every retransformation stops the whole process once.
 */
public final class Instrumenter implements AutoCloseable {
  private final Instrumentation instrumentation;
  private final PointTable table;
  private final FrameworkCopies copies;
  private final WeavingTransformer transformer;

  public Instrumenter(Instrumentation instrumentation, PointTable table) {
    this.instrumentation = instrumentation;
    this.table = table;
    copies = new FrameworkCopies(table.points().size());
    transformer = new WeavingTransformer(table, copies);
  }

  /**
   * Weaves loaded classes now and keeps weaving those that are loaded later.
   *
   * @param prepared waits until the weaver is ready for many classes, while those are looked for
   */
  public void weave(Runnable prepared) {
    instrumentation.addTransformer(transformer, true);
    List<Class<?>> classes = affected();
    prepared.run();
    retransform(classes);
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
      if (!table.inBinary(loaded.getName()).isEmpty()
          && !loaded.isArray()
          && !loaded.isHidden()
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

  /** What became of every point in every copy that has it, in the order of the table. */
  public List<PointReport> report() {
    List<PointReport> reports = new ArrayList<>();
    List<Point> points = table.points();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      List<FrameworkCopy> there = copies.with(i);
      if (there.isEmpty()) {
        reports.add(PointReport.absent(point, transformer.failure(point.owner())));
      }
      for (FrameworkCopy copy : there) {
        reports.add(report(point, copy, copies.point(copy, i)));
      }
    }
    return reports;
  }

  private PointReport report(Point point, FrameworkCopy copy, FrameworkCopy.InCopy state) {
    List<String> wovenIn = state.wovenIn().stream().sorted().toList();
    String failure = transformer.failure(point.owner());
    return new PointReport(
        point.plugin(),
        copy.number(),
        point.sees(),
        point.label(),
        wovenIn,
        LoopscopePoints.hasFired(state.flag()),
        wovenIn.isEmpty() && failure.isEmpty(),
        failure);
  }

  /** The copies of frameworks in this process, as they are met. */
  public FrameworkCopies copies() {
    return copies;
  }

  /**
   * Versions of the jars that loaded classes of this name came from, joined; empty when unknown. A
   * scan over all classes: for rare questions.
   */
  public String versionOfClass(String className) {
    Set<String> versions = new TreeSet<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().equals(className)) {
        String location = WeavingTransformer.location(loaded.getProtectionDomain());
        versions.add(VersionFile.version(location, "", ""));
      }
    }
    versions.remove("");
    return String.join(", ", versions);
  }
}
