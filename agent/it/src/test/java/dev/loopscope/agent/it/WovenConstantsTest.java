package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.Detail;
import dev.loopscope.agent.plugin.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/**
 * What is woven can be woven again as often as a user likes. The JVM compares constants with {@code
 * ==} when it makes a class anew, so it takes one that is not a number for a new one each time; JDK
 * 25 has three times as many of them after each attach, until it cannot make the class any more.
 */
class WovenConstantsTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int FLOAT = 4;
  private static final int DOUBLE = 6;

  /** The plugin of each class with points. */
  private final Map<String, String> plugins = new TreeMap<>();

  private final Map<String, Set<String>> seen = new TreeMap<>();
  private final Set<String> notANumber = new TreeSet<>();

  @Test
  void noClassWithPointsHasAConstantThatIsNotANumber() throws Exception {
    Set<String> details =
        Plugins.allDetails().stream().map(Detail::name).collect(Collectors.toSet());
    List<Point> points = new Plugins(Set.copyOf(Plugins.names()), details).points().points();
    points.forEach(point -> plugins.put(point.owner(), point.plugin()));

    for (Path jar : frameworkJars()) {
      lookAt(jar);
    }
    for (String owner : plugins.keySet()) {
      lookAtJdk(owner);
    }

    assertThat(notANumber).isEmpty();
    // every plugin that has something to weave on this JDK was looked at
    Set<String> expected = new HashSet<>(plugins.values());
    if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
      expected.remove("virtualthread");
    }
    assertThat(seen.keySet()).containsAll(expected);
    assertThat(seen.get("javafx")).hasSizeGreaterThan(5);
  }

  private static List<Path> frameworkJars() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("loopscope.frameworks")))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private void lookAt(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String owner = ownerOf(entry.getName());
        if (owner != null) {
          try (InputStream in = jar.getInputStream(entry)) {
            lookAt(in, entry.getName(), owner);
          }
        }
      }
    }
  }

  /** The class with points that an entry is, or is a copy of; null for most. */
  private @Nullable String ownerOf(String entry) {
    String name = entry.endsWith(".class") ? entry.substring(0, entry.length() - 6) : "";
    int from = 0;
    while (!plugins.containsKey(name.substring(from))) {
      from = name.indexOf('/', from) + 1;
      if (from == 0) {
        return null;
      }
    }
    return name.substring(from);
  }

  private void lookAtJdk(String owner) throws IOException {
    try (InputStream in =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(owner + ".class")) {
      if (in != null) {
        lookAt(in, owner, owner);
      }
    }
  }

  private void lookAt(InputStream in, String name, String owner) throws IOException {
    ClassReader reader = new ClassReader(in);
    String plugin = Objects.requireNonNull(plugins.get(owner));
    seen.computeIfAbsent(plugin, p -> new TreeSet<>()).add(name);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i); // 0 after one of two slots
      int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
      double number =
          switch (tag) {
            case FLOAT -> Float.intBitsToFloat(reader.readInt(offset));
            case DOUBLE -> Double.longBitsToDouble(reader.readLong(offset));
            default -> 0;
          };
      if (Double.isNaN(number)) {
        notANumber.add(name);
      }
    }
  }
}
