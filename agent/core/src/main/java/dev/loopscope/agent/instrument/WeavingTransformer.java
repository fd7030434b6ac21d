package dev.loopscope.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
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
  private final Map<Integer, Set<String>> wovenIn = new ConcurrentHashMap<>();
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final FrameworkVersions versions;

  WeavingTransformer(PointTable table, FrameworkVersions versions) {
    this.table = table;
    this.versions = versions;
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
      return numbers.isEmpty() ? null : weave(className, numbers, domain, original);
    } catch (Throwable e) {
      failed(className, e);
      return null;
    }
  }

  private byte[] weave(
      String className, List<Integer> numbers, @Nullable ProtectionDomain domain, byte[] original) {
    seen.addAll(numbers);
    Set<Integer> woven = new java.util.HashSet<>();
    byte[] result = PointWeaver.weave(original, table, numbers, woven::add);
    String name = className.replace('/', '.');
    for (int number : woven) {
      wovenIn.computeIfAbsent(number, n -> ConcurrentHashMap.newKeySet()).add(name);
      versions.note(table.points().get(number).plugin(), domain);
    }
    return result;
  }

  void failed(String className, Throwable cause) {
    failures.put(className.replace('/', '.'), cause.toString());
  }

  Set<String> wovenIn(int number) {
    return wovenIn.getOrDefault(number, Set.of());
  }

  boolean isSeen(int number) {
    return seen.contains(number);
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
