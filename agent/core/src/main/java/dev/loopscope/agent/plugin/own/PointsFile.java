package dev.loopscope.agent.plugin.own;

import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the file in which a program's own loops are declared; its format is described in
 * docs/own-loops.md. Strict: what is not understood is refused with its line, and nothing of the
 * file is used then.
 */
public final class PointsFile {
  /** For {@link #read}, while the probe is not there yet and plugins cannot name their points. */
  public static final Predicate<String> WATCHED_IS_ASKED_LATER = className -> false;

  static final int MOST_BYTES = 64 << 10;
  static final int MOST_LOOPS = 16;
  static final int MOST_POINTS = 64;

  private static final Pattern LOOP_NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 32;

  private final Predicate<String> isKind;
  private final Predicate<String> isWatched;
  private final List<OwnLoop> loops = new ArrayList<>();
  private final Set<String> methods = new HashSet<>();
  private List<OwnPoint> points = new ArrayList<>();
  private String name = "";
  private int nameLine;

  private PointsFile(Predicate<String> isKind, Predicate<String> isWatched) {
    this.isKind = isKind;
    this.isWatched = isWatched;
  }

  /**
   * Reads a file.
   *
   * @param isKind whether loops of a framework are called so
   * @param isWatched whether a class of this name is a framework's that is watched anyway
   * @throws PointsFileException with a sentence for the user
   */
  public static List<OwnLoop> read(
      Path file, Predicate<String> isKind, Predicate<String> isWatched) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new PointsFileException(
          "The points file cannot be read by the watched process: " + file + ". Check the path.",
          e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new PointsFileException(
          "The points file is over "
              + (MOST_BYTES >> 10)
              + " KiB: "
              + file
              + ". Is it the right one?");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text, isKind, isWatched);
    } catch (CharacterCodingException e) {
      throw new PointsFileException("The points file is no UTF-8 text: " + file + ".", e);
    }
  }

  /** As {@link #read}, from text. */
  static List<OwnLoop> parse(String text, Predicate<String> isKind, Predicate<String> isWatched) {
    PointsFile file = new PointsFile(isKind, isWatched);
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      file.take(++number, line.replaceFirst("#.*", "").strip());
    }
    file.endLoop();
    if (file.loops.isEmpty()) {
      throw new PointsFileException(
          "The points file declares no loop. Begin with a line: loop NAME.");
    }
    return List.copyOf(file.loops);
  }

  /**
   * Refuses classes that are a framework's and watched anyway.
   *
   * @throws PointsFileException with a sentence for the user
   */
  public static void refuseWatched(List<OwnLoop> loops, Predicate<String> isWatched) {
    for (OwnLoop loop : loops) {
      for (OwnPoint point : loop.points()) {
        refuseWatched(point, point.line(), isWatched);
      }
    }
  }

  private static void refuseWatched(OwnPoint point, int line, Predicate<String> isWatched) {
    if (isWatched.test(point.className())) {
      throw wrong(line, point.className() + " is watched anyway. Leave this line out.");
    }
  }

  private void take(int line, String content) {
    if (content.isEmpty()) {
      return;
    }
    List<String> words = List.of(content.split("\\s+", -1));
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "loop" -> loop(line, rest);
      case "run", "submit", "wait" -> {
        if (name.isEmpty()) {
          throw wrong(line, "of which loop? Write a line before it: loop NAME.");
        }
        Role role = Role.valueOf(words.get(0).toUpperCase(Locale.ROOT));
        OwnPoint point = PointsLine.parse(line, role, rest);
        if (!methods.add(point.className() + '.' + point.method() + point.descriptor())) {
          throw wrong(line, point.method() + " is declared twice. Leave one of the two out.");
        }
        refuseWatched(point, line, isWatched);
        if (methods.size() > MOST_POINTS) {
          throw wrong(line, "there are more than " + MOST_POINTS + " methods. Declare fewer.");
        }
        points.add(point);
      }
      default ->
          throw wrong(
              line, "'" + words.get(0) + "' is unknown. Begin with loop, run, submit or wait.");
    }
  }

  private void loop(int line, List<String> words) {
    endLoop();
    String given = String.join(" ", words);
    if (!LOOP_NAME.matcher(given).matches() || given.length() > LONGEST_NAME) {
      throw wrong(
          line,
          "'"
              + given
              + "' is no name of a loop. Write lower case letters, digits and '-', at most "
              + LONGEST_NAME
              + ": loop game-loop.");
    }
    if (isKind.test(given) || loops.stream().anyMatch(loop -> loop.name().equals(given))) {
      throw wrong(line, "loops called " + given + " exist already. Choose another name.");
    }
    if (loops.size() == MOST_LOOPS) {
      throw wrong(line, "there are more than " + MOST_LOOPS + " loops. Declare fewer.");
    }
    name = given;
    nameLine = line;
  }

  private void endLoop() {
    if (name.isEmpty()) {
      return;
    }
    OwnLoop loop = new OwnLoop(name, loops.size(), points);
    List<OwnPoint> runs = loop.of(Role.RUN);
    if (runs.isEmpty()) {
      throw wrong(nameLine, "the loop " + name + " runs nothing. Add a line: run METHOD task=N.");
    }
    for (OwnPoint submit : loop.of(Role.SUBMIT)) {
      if (submit.wraps() && !runs.stream().allMatch(PointsFile::canUnwrap)) {
        throw wrong(
            submit.line(),
            "what is wrapped must be unwrapped where it runs: every 'run' of "
                + name
                + " needs task=N of a parameter declared as java.lang.Runnable. Or leave 'wrap' out.");
      }
    }
    loops.add(loop);
    name = "";
    points = new ArrayList<>();
  }

  private static boolean canUnwrap(OwnPoint run) {
    return run.task() != OwnPoint.NO_TASK
        && PointsLine.parameters(run.descriptor()).get(run.task()).equals(PointsLine.RUNNABLE);
  }

  static PointsFileException wrong(int line, String what) {
    return new PointsFileException("Points file, line " + line + ": " + what);
  }
}
