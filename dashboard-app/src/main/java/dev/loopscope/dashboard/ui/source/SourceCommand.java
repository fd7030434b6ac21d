package dev.loopscope.dashboard.ui.source;

import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command with placeholders, split into arguments the way people expect: at blanks, except within
 * single or double quotes. It is never given to a shell, so nothing in a class or file name can
 * become a command of its own.
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><td>{@code {file}}</td><td>the source file, found in the source folders</td></tr>
 * <tr><td>{@code {line}}</td><td>the line, 1 where it is not known</td></tr>
 * <tr><td>{@code {class}}</td><td>the binary class name</td></tr>
 * <tr><td>{@code {method}}</td><td>the method's name</td></tr>
 * </table>
 *
 * @param arguments the program and its arguments, with placeholders
 */
public record SourceCommand(List<String> arguments) {

  static final Set<String> PLACEHOLDERS = Set.of("file", "line", "class", "method");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]*)}");

  public SourceCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a command as typed.
   *
   * @throws SourceProblem with what is wrong with it
   */
  public static SourceCommand parse(String typed) throws SourceProblem {
    List<String> arguments = split(typed);
    if (arguments.isEmpty()) {
      throw new SourceProblem(
          "No command for opening source is set. Set one in the settings, for example: idea --line"
              + " {line} {file}");
    }
    if (PLACEHOLDER.matcher(arguments.get(0)).find()) {
      throw new SourceProblem(
          "The command must begin with a program, not with a placeholder: " + arguments.get(0));
    }
    boolean any = false;
    for (String argument : arguments) {
      Matcher matcher = PLACEHOLDER.matcher(argument);
      while (matcher.find()) {
        String name = String.valueOf(matcher.group(1));
        if (!PLACEHOLDERS.contains(name)) {
          throw new SourceProblem(
              "{" + name + "} is no placeholder. There are {file}, {line}, {class} and {method}.");
        }
        any = true;
      }
    }
    if (!any) {
      throw new SourceProblem(
          "The command names no place. Use {file} and {line}, or {class}, for example: idea --line"
              + " {line} {file}");
    }
    return new SourceCommand(arguments);
  }

  private static List<String> split(String typed) throws SourceProblem {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          arguments.add(argument.toString());
          argument.setLength(0);
          begun = false;
        }
      } else {
        argument.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw new SourceProblem("A " + quote + " is not closed. Close it, or take it out.");
    }
    if (begun) {
      arguments.add(argument.toString());
    }
    return arguments;
  }

  /** Whether the source file must be found first. */
  public boolean needsFile() {
    return arguments.stream().anyMatch(argument -> argument.contains("{file}"));
  }

  /**
   * The program and its arguments for one place.
   *
   * @param file the source file, null when the command does not need it
   * @throws SourceProblem when a name could be taken for an option: names come from the watched
   *     process or from a file that somebody sent
   */
  public List<String> fill(StackFrame frame, @Nullable Path file) throws SourceProblem {
    if (frame.className().startsWith("-") || frame.method().startsWith("-")) {
      throw new SourceProblem(
          "\""
              + frame.className()
              + "."
              + frame.method()
              + "\" is no name of a method, so it is not given to a program.");
    }
    return arguments.stream().map(argument -> fill(argument, frame, file)).toList();
  }

  private static String fill(String argument, StackFrame frame, @Nullable Path file) {
    return PLACEHOLDER
        .matcher(argument)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group(1).toLowerCase(Locale.ROOT)) {
                      case "file" -> String.valueOf(file);
                      case "line" -> Integer.toString(Math.max(1, frame.line()));
                      case "class" -> frame.className();
                      case "method" -> frame.method();
                      default -> found.group();
                    }));
  }
}
