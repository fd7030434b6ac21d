package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.FrameworkCopies;
import dev.loopscope.agent.plugin.Uncovered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is in the process and not seen, by its classes. A look goes over all of them, so
 * there is one in a while. For the drain thread; no code of the application runs.
 */
final class UncoveredParts {
  private static final long EVERY_NANOS = 10_000_000_000L;

  private final Supplier<Class<?>[]> loadedClasses;
  private final FrameworkCopies copies;
  private final Map<String, List<Declared>> byName = new HashMap<>();
  private final Map<Class<?>, Declared> byParent = new LinkedHashMap<>();
  private List<UncoveredPart> found = List.of();
  private boolean looked;
  private long lookedNanos;

  private record Declared(String plugin, Uncovered part) {}

  private record Where(Declared declared, int copy) {}

  UncoveredParts(
      Map<String, List<Uncovered>> declared,
      FrameworkCopies copies,
      Supplier<Class<?>[]> loadedClasses) {
    this.copies = copies;
    this.loadedClasses = loadedClasses;
    declared.forEach((plugin, parts) -> parts.forEach(part -> add(new Declared(plugin, part))));
  }

  private void add(Declared declared) {
    String className = declared.part().className();
    if (!isMissing(declared.part().withoutModule())) {
      return;
    }
    if (declared.part().heirs()) {
      try {
        byParent.put(Class.forName(className, false, null), declared);
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException("Not a class of java.base: " + className, e);
      }
    } else {
      byName.computeIfAbsent(simpleName(className), n -> new ArrayList<>()).add(declared);
    }
  }

  /** Whether a module that must be missing is; there is no need to ask for none. */
  private static boolean isMissing(String module) {
    return module.isEmpty() || ModuleLayer.boot().findModule(module).isEmpty();
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** What there is, as of the last look. */
  List<UncoveredPart> now(long nowNanos) {
    if (!looked || nowNanos - lookedNanos >= EVERY_NANOS) {
      looked = true;
      lookedNanos = nowNanos;
      found = look();
    }
    return found;
  }

  private List<UncoveredPart> look() {
    Map<Where, SortedSet<String>> classes = new LinkedHashMap<>();
    for (Class<?> loaded : loadedClasses.get()) {
      for (Declared declared : byName.getOrDefault(simpleName(loaded.getName()), List.of())) {
        String prefix = prefix(loaded.getName(), declared.part().className());
        if (prefix != null) {
          int copy = copies.number(declared.plugin(), prefix, loaded.getClassLoader());
          note(classes, new Where(declared, copy), loaded);
        }
      }
      for (Map.Entry<Class<?>, Declared> parent : byParent.entrySet()) {
        if (parent.getKey().isAssignableFrom(loaded) && isOfApplication(loaded)) {
          note(classes, new Where(parent.getValue(), 0), loaded);
        }
      }
    }
    return classes.entrySet().stream()
        .map(
            entry ->
                new UncoveredPart(
                    entry.getKey().declared().plugin(),
                    entry.getKey().copy(),
                    entry.getKey().declared().part().what(),
                    List.copyOf(entry.getValue()),
                    entry.getKey().declared().part().note()))
        .toList();
  }

  private static void note(Map<Where, SortedSet<String>> classes, Where where, Class<?> loaded) {
    String name = loaded.getName();
    int hidden = name.indexOf('/'); // a lambda's class, behind that its number
    classes
        .computeIfAbsent(where, any -> new TreeSet<>())
        .add(hidden < 0 ? name : name.substring(0, hidden));
  }

  /** What stands before the declared name, null when it is another class. */
  private static @Nullable String prefix(String name, String declared) {
    boolean same = name.endsWith(declared);
    int length = name.length() - declared.length();
    return same && (length == 0 || name.charAt(length - 1) == '.')
        ? name.substring(0, length)
        : null;
  }

  private static boolean isOfApplication(Class<?> loaded) {
    ClassLoader loader = loaded.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != UncoveredParts.class.getClassLoader();
  }
}
