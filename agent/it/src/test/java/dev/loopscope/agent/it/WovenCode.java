package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a session leaves of its weaving.
 *
 * <p>All woven code says at its begin that it was reached, whether anybody watches or not. After
 * detach, while the program works on, none must: that shows, on every JDK, that the classes that
 * work have their own code again.
 *
 * <p>On 17 the code of some classes is looked at too: before a session, in it and after it. To look
 * at a class the JVM makes it anew from its first bytes and all that still weaves it, so this shows
 * that they were woven, and that nothing would weave them again; not that they were given back.
 * Instructions are compared, with the names that they use, because constants are numbered anew.
 */
final class WovenCode {
  private static final int SHOWS_WOVEN_CODE = 17;
  private static final String NONE_REACHED = "reached=0";

  private final TargetJvm target;
  private final @Nullable Path capture;
  private final Path directory;
  private final List<String> classes;
  private final Map<String, String> before;

  private WovenCode(TargetJvm target, @Nullable Path capture, Path directory, List<String> classes)
      throws Exception {
    this.target = target;
    this.capture = capture;
    this.directory = directory;
    this.classes = classes;
    before = code();
  }

  /**
   * Remembers the code before the agent is there.
   *
   * @param feature the JDK of the program
   * @param directory for the jar of another agent, which looks at the classes, and for their files
   */
  static WovenCode of(TargetJvm target, int feature, Path directory, List<String> classes)
      throws Exception {
    Path capture = feature == SHOWS_WOVEN_CODE ? CaptureAgent.jar(directory) : null;
    return new WovenCode(target, capture, directory, classes);
  }

  private Map<String, String> code() throws Exception {
    Map<String, String> code = new TreeMap<>();
    if (capture == null) {
      return code;
    }
    target.load(capture, "");
    assertThat(target.ask("code " + directory + " " + String.join(" ", classes)))
        .isEqualTo("saved=" + classes.size());
    for (String name : classes) {
      Path file = directory.resolve(name + ".class");
      code.put(name, instructions(file));
      Files.delete(file);
    }
    return code;
  }

  /** What the class does, without the numbers of constants and the positions in the code. */
  private static String instructions(Path file) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int result =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(new PrintWriter(out), new PrintWriter(errors), "-c", "-p", file.toString());
    assertThat(result).as(errors.toString()).isZero();
    StringBuilder code = new StringBuilder();
    for (String line : out.toString().split("\n", -1)) {
      int names = line.indexOf("//");
      String instruction = names < 0 ? line : line.substring(0, names);
      // an instruction may have grown by the number of its constant alone
      code.append(instruction.replace("ldc_w", "ldc").replaceAll("\\d+|\\s+", " ").strip())
          .append(names < 0 ? "" : line.substring(names))
          .append('\n');
    }
    return code.toString();
  }

  /** While the agent is there: every one of the classes is woven. */
  void assertWoven() throws Exception {
    code().forEach((name, code) -> assertThat(code).as(name).isNotEqualTo(before.get(name)));
  }

  /**
   * After detach: while the program does again what it did in the session, no woven code is run any
   * more, and the classes are as they were.
   *
   * @param work the command that has the program work
   * @return what the program answers
   */
  String assertAsBefore(String work) throws Exception {
    assertThat(target.ask("reached")).as("points in the session").isNotEqualTo(NONE_REACHED);
    target.ask("forget");
    String answer = target.ask(work);
    assertThat(target.ask("reached")).as("points after detach").isEqualTo(NONE_REACHED);
    // last, because to look at a class makes it anew
    assertThat(code()).isEqualTo(before);
    return answer;
  }
}
