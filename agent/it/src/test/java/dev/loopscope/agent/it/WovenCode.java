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
 * Code of some woven classes, before a session, in it and after it.
 *
 * <p>Instructions are compared, with the names that they use, not bytes of the file: what was once
 * in the constant pool of a class stays there when the class is given its old code again, and the
 * JVM then numbers the constants anew. Newer JDKs hand out the original file whatever is woven, so
 * only 17 can show it; elsewhere nothing is compared.
 */
final class WovenCode {
  private static final int SHOWS_WOVEN_CODE = 17;

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

  /** After detach: all are as they were. */
  void assertAsBefore() throws Exception {
    assertThat(code()).isEqualTo(before);
  }
}
