package dev.loopscope.agent.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads the agent's classes from its jar, beside the application's loaders; closing it closes the
 * jar. Nothing but classes: no packages, no manifest, no signers, no resources; it takes little
 * more than half the time of a {@code URLClassLoader}, and attaching waits for it.
 */
final class AgentLoader extends ClassLoader implements AutoCloseable {
  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;

  AgentLoader(File jar) throws IOException {
    super("loopscope", ClassLoader.getPlatformClassLoader());
    this.jar = new JarFile(jar, false);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      ZipEntry entry = jar.getEntry(name.replace('.', '/') + ".class");
      if (entry == null) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = jar.getInputStream(entry)) {
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length, AgentLoader.class.getProtectionDomain());
      }
    } catch (IOException | IllegalStateException e) { // unreadable, or closed after detach
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
