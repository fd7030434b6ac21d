package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.recording.RecordingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loop that the program wrote itself is watched once a points file declares it. */
class OwnLoopTest {
  private static final String PROGRAM = OwnLoopProgram.class.getName();
  private static final String POINTS =
      """
      loop game-loop
      run %1$s$Turn.execute(Ljava/lang/Runnable;)V task=0
      submit %1$s$Inbox.offer(Ljava/lang/Runnable;)Z task=0 WRAP
      wait %1$s$Inbox.next()Ljava/lang/Runnable;
      """
          .formatted(PROGRAM);

  private static final List<String> WOVEN = List.of(PROGRAM + "$Turn", PROGRAM + "$Inbox");

  @TempDir Path directory;

  private final Map<Long, Run> runs = new HashMap<>();
  private final List<StackFrame> blamed = new ArrayList<>();
  private final Set<String> lanes = new HashSet<>();
  private final Set<String> details = new HashSet<>();

  @ParameterizedTest(name = "JDK {0}, \"{1}\"")
  @CsvSource({"17, ''", "25, ''", "17, wrap", "25, wrap"})
  void declaredLoopIsWatchedLikeAnyOther(int feature, String wrap) throws Exception {
    Path file = directory.resolve("session.loopscope");
    String own;
    try (TargetJvm target = start(feature)) {
      target.ask("work 10");
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, WOVEN);
      target.loadAgent(
          "limit=100ms,record=" + file + ",points=" + points(POINTS.replace("WRAP", wrap)));
      assertThat(target.ask("status")).isEqualTo("watching");
      code.assertWoven();

      own = target.ask("work 500");

      target.awaitSame("probe", own);
      assertThat(target.ask("loops")).contains("game-loop:program-loop").endsWith("errors=0");
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 10")).startsWith("submitted=");
    }
    assertThat(RecordingTotals.of(file).inWords()).isEqualTo(own);
    read(file);
    assertThat(lanes).containsExactly("game-loop:program-loop");
    assertThat(details).first().asString().startsWith("OwnLoopProgram$Turn");
    assertThat(blamed).extracting(StackFrame::method).contains("block");
    Run blocked =
        runs.values().stream().filter(run -> run.durationNanos() > 300_000_000).findFirst().get();
    assertThat(runs).containsKey(blocked.parent());
    assertThat(runs.values().stream().filter(run -> run.submittedNanos() != 0).count())
        .as("runs whose queue delay is known; the wait that began before attach misses none")
        .isGreaterThanOrEqualTo(500);
    assertThat(runs.values())
        .allMatch(run -> run.submittedNanos() == 0 || run.submittedNanos() <= run.startNanos());
  }

  @Test
  void aClassWhoseLoopNeverReturnsIsRefusedWithASentenceAndNothingIsChanged() throws Exception {
    String points =
        "loop game-loop\nrun " + PROGRAM + "$Rounds.round(Ljava/lang/Runnable;)V task=0\n";
    try (TargetJvm target = start(17)) {
      String threads = target.ask("threads");
      target.loadAgent("record=" + directory.resolve("no") + ",points=" + points(points));

      assertThat(target.ask("status"))
          .startsWith("failed: The points file names a class that must not be changed now:")
          .contains("thread program-loop is in " + PROGRAM + "$Rounds.run all the time");
      target.awaitSame("threads", threads);
      assertThat(directory.resolve("no")).doesNotExist();
    }
  }

  @Test
  void damagedFileIsRefusedWithItsLineAndARightOneIsTakenAfterwards() throws Exception {
    try (TargetJvm target = start(17)) {
      target.loadAgent(
          "record=" + directory.resolve("a") + ",points=" + points("loop game-loop\nrun nonsense"));
      assertThat(target.ask("status"))
          .startsWith("failed: Points file, line 2: 'nonsense' is no method.");
      target.loadAgent("record=" + directory.resolve("b") + ",points=/no/such.points");
      assertThat(target.ask("status"))
          .isEqualTo(
              "failed: The points file cannot be read by the watched process: /no/such.points."
                  + " Check the path.");

      target.loadAgent(
          "record=" + directory.resolve("c") + ",points=" + points(POINTS.replace("WRAP", "")));

      assertThat(target.ask("status")).isEqualTo("watching");
    }
  }

  private Path points(String text) throws Exception {
    return Files.writeString(directory.resolve("own.points"), text);
  }

  private TargetJvm start(int feature) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    return TargetJvm.start(CountsTest.jdk(feature), nothing, List.of(), OwnLoopProgram.class);
  }

  private void read(Path file) throws Exception {
    Map<Integer, List<StackFrame>> stacks = new HashMap<>();
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (frame instanceof Definitions definitions) {
          definitions.loops().forEach(loop -> lanes.add(loop.kind() + ':' + loop.name()));
          definitions.loops().forEach(loop -> details.add(loop.detail()));
          definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack.frames()));
        } else if (frame instanceof RunBatch batch) {
          for (int i = 0; i < batch.runs().size(); i++) {
            runs.put(batch.runs().run(i).id(), batch.runs().run(i));
          }
        } else if (frame instanceof Stall stall && stall.culpritFrame() >= 0) {
          blamed.add(
              stacks.getOrDefault(stall.culpritStack(), List.of()).get(stall.culpritFrame()));
        }
      }
    }
  }
}
