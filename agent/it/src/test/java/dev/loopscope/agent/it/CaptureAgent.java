package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Another agent in the same process, which sees the bytes of classes after ours has worked. The JVM
 * asks agents in the order they were loaded, so it is loaded again for every look.
 */
public final class CaptureAgent {
  private static @Nullable Instrumentation instrumentation;

  private CaptureAgent() {}

  /** Called by the JVM. */
  public static void agentmain(@Nullable String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** A jar that only names this class, which is on the class path of every test program. */
  static Path jar(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", CaptureAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("capture-agent.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  /**
   * Writes the class files of these classes as they are now, one file each, named like its class.
   *
   * @return how many were written
   */
  static int save(Path directory, List<String> classNames) throws Exception {
    Instrumentation present = instrumentation;
    if (present == null) {
      throw new IllegalStateException("the capture agent is not loaded");
    }
    Map<String, byte[]> files = new ConcurrentHashMap<>();
    Set<String> wanted = new HashSet<>();
    classNames.forEach(name -> wanted.add(name.replace('.', '/')));
    ClassFileTransformer reader = new Reader(wanted, files);
    present.addTransformer(reader, true);
    try {
      for (String name : classNames) {
        present.retransformClasses(Class.forName(name));
      }
    } finally {
      present.removeTransformer(reader);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey().replace('/', '.') + ".class";
      Files.write(directory.resolve(name), file.getValue());
    }
    return files.size();
  }

  private record Reader(Set<String> wanted, Map<String, byte[]> files)
      implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        String className,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (redefined != null && wanted.contains(className)) { // else it is only loaded meanwhile
        files.put(className, bytes.clone());
      }
      return null;
    }
  }
}
