package dev.loopscope.agent.watch;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds the class that this program began with. Its name never leaves the process. */
final class MainClass {

  /** Where launchers inside a jar say which class they begin with. */
  private static final String START_CLASS = "Start-Class";

  private MainClass() {}

  /** Its name, null when the JVM was not started by a command or its jar cannot be read. */
  static @Nullable String find() {
    return find(System.getProperty("sun.java.command", ""));
  }

  /**
   * @param command what follows {@code java} and its options: a class, {@code module/class}, or a
   *     jar, and the arguments
   */
  static @Nullable String find(String command) {
    int jarEnds = command.indexOf(".jar");
    if (jarEnds > 0 && (jarEnds + 4 == command.length() || command.charAt(jarEnds + 4) == ' ')) {
      return ofJar(new File(command.substring(0, jarEnds + 4)));
    }
    String first = command.split(" ", 2)[0];
    String name = first.substring(first.indexOf('/') + 1);
    return name.isEmpty() ? null : name;
  }

  private static @Nullable String ofJar(File file) {
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null) {
        return null;
      }
      Attributes attributes = manifest.getMainAttributes();
      String start = attributes.getValue(START_CLASS);
      return start == null ? attributes.getValue(Attributes.Name.MAIN_CLASS) : start;
    } catch (IOException e) {
      return null; // moved since: the user's packages are learnt from what runs
    }
  }
}
