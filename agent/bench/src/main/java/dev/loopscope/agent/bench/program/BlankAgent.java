package dev.loopscope.agent.bench.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * An agent that does nothing. On JDK 25 the JVM does more for virtual threads once any agent was
 * attached, and goes on with it: twins that have this one differ only by ours.
 */
public final class BlankAgent {
  private BlankAgent() {}

  /** Called by the JVM. */
  public static void agentmain(@Nullable String arguments) {
    // its being there is all that is wanted
  }

  /** Writes a jar that only names this class, which is on the class path of every program. */
  public static Path jar() throws IOException {
    return jar(BlankAgent.class, false);
  }

  static Path jar(Class<?> agent, boolean retransforms) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", agent.getName());
    attributes.putValue("Can-Retransform-Classes", String.valueOf(retransforms));
    Path jar = Files.createTempFile("agent", ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
