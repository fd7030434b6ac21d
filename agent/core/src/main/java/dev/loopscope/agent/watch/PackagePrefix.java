package dev.loopscope.agent.watch;

import java.util.Set;

/**
 * Cuts a class name to what the code of one owner has in common: the first two parts of its
 * package, or three where the first two only say who hosts it.
 */
final class PackagePrefix {

  private static final Set<String> HOSTS =
      Set.of(
          "org.apache",
          "org.eclipse",
          "com.github",
          "com.gitlab",
          "com.google",
          "com.amazonaws",
          "com.microsoft",
          "io.github",
          "io.gitlab",
          "net.sf",
          "net.java",
          "org.codehaus",
          "org.springframework");

  private PackagePrefix() {}

  /** The prefix, with a dot at its end; empty for a class in no package. */
  static String of(String className) {
    int first = className.indexOf('.');
    int second = first < 0 ? -1 : className.indexOf('.', first + 1);
    if (second < 0) {
      return first < 0 ? "" : className.substring(0, first + 1);
    }
    int third = className.indexOf('.', second + 1);
    boolean hosted = third >= 0 && HOSTS.contains(className.substring(0, second));
    return className.substring(0, (hosted ? third : second) + 1);
  }
}
