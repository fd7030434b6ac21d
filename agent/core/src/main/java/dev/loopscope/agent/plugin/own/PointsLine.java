package dev.loopscope.agent.plugin.own;

import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line that declares a method: {@code run com.example.Loop.execute(…)V task=0}. */
final class PointsLine {
  static final String RUNNABLE = "Ljava/lang/Runnable;";

  private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*+";
  private static final String TYPE = "\\[*+(?:[ZBCSIJFD]|L" + NAME + "(?:/" + NAME + ")*+;)";
  private static final Pattern METHOD =
      Pattern.compile("(" + NAME + "(?:\\." + NAME + ")*)\\.(" + NAME + ")(\\(.*)");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\((?:" + TYPE + ")*+\\)(?:V|" + TYPE + ")");
  private static final Pattern PARAMETER = Pattern.compile(TYPE);
  private static final Pattern TASK = Pattern.compile("task=(\\d{1,3})");
  private static final String EXAMPLE = "com.example.GameLoop.execute(Ljava/lang/Runnable;)V";

  /** Classes that are not the program's, with what watches them instead. */
  private static final List<String> REFUSED =
      List.of("java.", "javax.", "sun.", "jdk.", "com.sun.", "javafx.");

  private static final List<String> OURS =
      List.of(
          "dev.loopscope.protocol.",
          "dev.loopscope.agent.probe.",
          "dev.loopscope.agent.start.",
          "dev.loopscope.agent.instrument.",
          "dev.loopscope.agent.plugin.",
          "dev.loopscope.agent.drain.",
          "dev.loopscope.agent.watch.",
          "dev.loopscope.agent.send.");

  private final int line;
  private final Role role;

  private PointsLine(int line, Role role) {
    this.line = line;
    this.role = role;
  }

  /**
   * @param words what stands in the line, from the method on
   */
  static OwnPoint parse(int line, Role role, List<String> words) {
    return new PointsLine(line, role).parse(words);
  }

  private OwnPoint parse(List<String> words) {
    if (words.isEmpty()) {
      throw wrong("which method? Write for example " + EXAMPLE + ".");
    }
    Matcher method = METHOD.matcher(words.get(0));
    if (!method.matches()) {
      throw wrong(
          "'" + words.get(0) + "' is no method. Write CLASS.METHOD(DESCRIPTOR): " + EXAMPLE);
    }
    String className = method.group(1);
    String descriptor = method.group(3);
    refuse(className);
    if (!DESCRIPTOR.matcher(descriptor).matches()) {
      throw wrong(
          "'"
              + descriptor
              + "' is no descriptor. \"javap -s -p "
              + className
              + "\" prints those of every method.");
    }
    int task = OwnPoint.NO_TASK;
    boolean wraps = false;
    for (String word : words.subList(1, words.size())) {
      Matcher given = TASK.matcher(word);
      if (given.matches() && role != Role.WAIT && task == OwnPoint.NO_TASK) {
        task = task(Integer.parseInt(given.group(1)), descriptor);
      } else if (word.equals("wrap") && role == Role.SUBMIT && !wraps) {
        wraps = true;
      } else {
        throw wrong("'" + word + "' does not belong there. " + form());
      }
    }
    if (role == Role.SUBMIT && task == OwnPoint.NO_TASK) {
      throw wrong("which parameter is the task? Write task=0 for the first.");
    }
    if (wraps && !parameters(descriptor).get(task).equals(RUNNABLE)) {
      throw wrong(
          "only a parameter that is declared as java.lang.Runnable can be wrapped. Leave 'wrap' out:"
              + " the task is then remembered as it is.");
    }
    return new OwnPoint(role, className, method.group(2), descriptor, task, wraps, line);
  }

  private String form() {
    return switch (role) {
      case RUN -> "Write run METHOD or run METHOD task=N.";
      case SUBMIT -> "Write submit METHOD task=N or submit METHOD task=N wrap.";
      case WAIT -> "Write wait METHOD and nothing else.";
    };
  }

  private int task(int index, String descriptor) {
    List<String> parameters = parameters(descriptor);
    if (index >= parameters.size()) {
      throw wrong(
          "there is no parameter "
              + index
              + ": the method has "
              + parameters.size()
              + ", counted from 0.");
    }
    if (parameters.get(index).length() == 1) {
      throw wrong("parameter " + index + " is a number or a flag. A task is an object.");
    }
    return index;
  }

  static List<String> parameters(String descriptor) {
    List<String> parameters = new ArrayList<>();
    Matcher type = PARAMETER.matcher(descriptor.substring(0, descriptor.indexOf(')')));
    while (type.find()) {
      parameters.add(type.group());
    }
    return parameters;
  }

  private void refuse(String className) {
    if (REFUSED.stream().anyMatch(className::startsWith)) {
      throw wrong(
          className
              + " belongs to the JDK or its toolkits, which everything else uses too. Declare the"
              + " method of your own class that calls it.");
    }
    if (OURS.stream().anyMatch(className::startsWith)) {
      throw wrong(className + " is the agent's own, which must not watch itself.");
    }
  }

  private PointsFileException wrong(String what) {
    return PointsFile.wrong(line, what);
  }
}
