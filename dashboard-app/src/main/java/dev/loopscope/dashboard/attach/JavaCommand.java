package dev.loopscope.dashboard.attach;

import java.nio.file.Path;
import java.util.Set;

/** Reads a Java command line: is it one, and what does it run. */
final class JavaCommand {

  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--add-modules",
          "--add-exports",
          "--add-opens",
          "--add-reads",
          "--patch-module",
          "--limit-modules",
          "--upgrade-module-path",
          "--enable-native-access",
          "--source");

  private JavaCommand() {}

  /** Whether the process was started by a {@code java} launcher. */
  static boolean isJava(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName())
        .map(Path::toString)
        .filter(name -> name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe"))
        .isPresent();
  }

  /** Main class or jar out of the arguments of a {@code java} launcher; empty when not found. */
  static String mainOf(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals("-jar") || argument.equals("-m") || argument.equals("--module")) {
        return i + 1 < arguments.length ? shortName(arguments[i + 1]) : "";
      }
      if (OPTIONS_WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
        return shortName(argument);
      }
    }
    return "";
  }

  /** The first word of a command, without the folders of a jar: arguments may hold secrets. */
  static String shortName(String command) {
    String first = command.strip().split("\\s+", 2)[0];
    return first.endsWith(".jar") ? String.valueOf(Path.of(first).getFileName()) : first;
  }
}
