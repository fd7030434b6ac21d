package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of some woven classes, before a session, in it and after it. Newer JDKs hand out the
 * original file whatever is woven, so only 17 can show them; elsewhere nothing is compared.
 */
final class WovenBytes {
  private final TargetJvm target;
  private final @Nullable Path capture;
  private final String question;
  private final String before;

  private WovenBytes(TargetJvm target, @Nullable Path capture, List<String> classes)
      throws Exception {
    this.target = target;
    this.capture = capture;
    question = "digest " + String.join(" ", classes);
    before = digest();
  }

  /**
   * Remembers the bytes before the agent is there.
   *
   * @param feature the JDK of the program
   * @param directory for the jar of another agent, which looks at the classes
   */
  static WovenBytes of(TargetJvm target, int feature, Path directory, List<String> classes)
      throws Exception {
    return new WovenBytes(
        target, feature == 17 && !classes.isEmpty() ? CaptureAgent.jar(directory) : null, classes);
  }

  private String digest() throws Exception {
    if (capture == null) {
      return "";
    }
    target.load(capture, "");
    return target.ask(question);
  }

  /** While the agent is there: every one of the classes is woven. */
  void assertWoven() throws Exception {
    if (capture == null) {
      return;
    }
    List<String> during = List.of(digest().split(", ", -1));
    assertThat(during).hasSameSizeAs(before.split(", ", -1)).doesNotContain(before.split(", ", -1));
  }

  /** After detach: all are as they were. */
  void assertAsBefore() throws Exception {
    assertThat(digest()).isEqualTo(before);
  }
}
