package dev.loopscope.dashboard.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  /**
   * The arguments of a process, without its command; empty when they cannot be read. Linux is asked
   * itself, because the JDK gives up on command lines longer than a page, and class paths are long.
   */
  static String[] arguments(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      String[] words = Files.readString(file, StandardCharsets.ISO_8859_1).split("\0", -1);
      return words.length > 2 ? Arrays.copyOfRange(words, 1, words.length - 1) : new String[0];
    } catch (IOException e) {
      // Another system, another user's process, or one that just ended.
      return process.info().arguments().orElse(new String[0]);
    }
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
