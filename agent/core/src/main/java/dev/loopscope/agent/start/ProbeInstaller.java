package dev.loopscope.agent.start;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts the probe into {@code java.lang}, where every class loader finds it. Once in a process: the
 * classes stay after detach, and a later session uses the same ones.
 *
 * <p>{@code java.lang} is opened to the module of our own loader only, and only while that lives.
 */
final class ProbeInstaller {
  private static final String ENTRIES = "java/lang/Loopscope";
  private static final String PROBE = "java.lang.LoopscopeProbe";

  private ProbeInstaller() {}

  /**
   * Installs the probe unless it is there.
   *
   * @param expectedVersion what this agent was compiled against
   * @throws AgentException when an older or newer agent has left its probe in this process
   */
  static void install(Instrumentation instrumentation, URL jar, int expectedVersion)
      throws IOException, ReflectiveOperationException {
    Class<?> present = present();
    if (present == null) {
      openJavaLang(instrumentation);
      define(read(jar));
      present = present();
    }
    Object version = present == null ? "none" : present.getMethod("version").invoke(null);
    if (!version.equals(expectedVersion)) {
      throw new AgentException(
          "This process was watched before by another version of Loopscope (probe "
              + version
              + ", now "
              + expectedVersion
              + "). Restart the process to watch it with this one.");
    }
  }

  private static @Nullable Class<?> present() {
    try {
      return Class.forName(PROBE, true, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static void openJavaLang(Instrumentation instrumentation) {
    Module base = Object.class.getModule();
    Module ours = ProbeInstaller.class.getModule();
    instrumentation.redefineModule(
        base, Set.of(), Map.of(), Map.of("java.lang", Set.of(ours)), Set.of(), Map.of());
  }

  private static Deque<byte[]> read(URL jar) throws IOException {
    Deque<byte[]> classes = new ArrayDeque<>();
    try (JarFile file = new JarFile(Path.of(jar.toURI()).toFile())) {
      // without streams, see Plugins
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(ENTRIES)) {
          try (InputStream in = file.getInputStream(entry)) {
            classes.add(in.readAllBytes());
          }
        }
      }
    } catch (URISyntaxException e) {
      throw new IOException("The agent jar has a location that is no file: " + jar, e);
    }
    return classes;
  }

  private static void define(Deque<byte[]> waiting) throws IllegalAccessException {
    MethodHandles.Lookup javaLang =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    int putOff = 0;
    while (!waiting.isEmpty()) {
      byte[] next = waiting.removeFirst();
      try {
        javaLang.defineClass(next);
        putOff = 0;
      } catch (NoClassDefFoundError e) {
        // its superclass is one of those still waiting
        if (++putOff > waiting.size()) {
          throw e;
        }
        waiting.addLast(next);
      }
    }
  }
}
