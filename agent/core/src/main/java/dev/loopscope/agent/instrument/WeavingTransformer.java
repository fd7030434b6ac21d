package dev.loopscope.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves matching classes as they are loaded or retransformed. Runs on whatever thread loads a
 * class: it answers quickly for all others, never throws, and keeps what went wrong for the report.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private final PointTable table;
  private final FrameworkCopies copies;
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  WeavingTransformer(PointTable table, FrameworkCopies copies) {
    this.table = table;
    this.copies = copies;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    if (className == null) {
      return null;
    }
    try {
      List<Integer> numbers = table.in(className);
      return numbers.isEmpty() ? null : weave(loader, className, numbers, domain, original);
    } catch (Throwable e) {
      failed(className, e);
      return null;
    }
  }

  private byte[] weave(
      @Nullable ClassLoader loader,
      String className,
      List<Integer> numbers,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    List<Placement> placements = new ArrayList<>();
    Map<Integer, FrameworkCopy> copyByNumber = new HashMap<>();
    for (int number : numbers) {
      Point point = table.points().get(number);
      Shading shading = Shading.of(className, point.owner());
      FrameworkCopy copy =
          PointTable.isShadable(point.owner())
              ? copies.at(point.plugin(), shading.prefix(), loader)
              : copies.untold(point.plugin());
      copyByNumber.put(number, copy);
      int flag = copies.point(copy, number).flag();
      placements.add(new Placement(number, point, shading, flag, copy.number()));
    }
    Set<Integer> woven = new HashSet<>();
    byte[] result = PointWeaver.weave(original, placements, woven::add);
    String location = location(domain);
    for (Map.Entry<Integer, FrameworkCopy> entry : copyByNumber.entrySet()) {
      if (woven.contains(entry.getKey())) {
        copies.point(entry.getValue(), entry.getKey()).wovenIn().add(className.replace('/', '.'));
        if (!location.isEmpty()) {
          entry.getValue().noteLocation(location);
        }
      }
    }
    return result;
  }

  /** Where a class came from, empty when it does not say. */
  static String location(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null || source.getLocation() == null ? "" : source.getLocation().toString();
  }

  void failed(String className, Throwable cause) {
    failures.put(className.replace('/', '.'), cause.toString());
  }

  /** Why a class of a point, or a shaded copy of it, could not be woven; empty when all could. */
  String failure(String owner) {
    String name = owner.replace('/', '.');
    return failures.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
