package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.attach.FakeAgent;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit for a loop that there is not is told of. */
class UnusedLimitsTest {

  private static final String TOLD =
      "loopscope: No loop or group of loops was called \"wroker\", so that limit held for nothing."
          + " There were: worker.";

  @TempDir private Path folder;
  private final CommandLineUnderTest line = new CommandLineUnderTest();

  private static Definitions.Loop loop(int id, String name, String group) {
    return new Definitions.Loop(id, name, group, "netty-nio", 20 + id, "");
  }

  @Test
  void nameOfALoopOrOfItsGroupFits() {
    UnusedLimits limits = new UnusedLimits(Set.of("worker-1", "boss"));
    limits.saw(loop(1, "worker-1", "worker"));
    limits.saw(loop(2, "boss-1", "boss"));
    assertThat(limits.sentence()).isEmpty();
  }

  @Test
  void sentenceNamesTheGroupsThatThereWereButNotThousands() {
    UnusedLimits limits = new UnusedLimits(Set.of("x"));
    assertThat(limits.sentence()).endsWith("No loop was seen.");
    for (int i = 1; i <= 30; i++) {
      limits.saw(loop(i, "loop-" + i, i < 3 ? "pair" : ""));
    }
    assertThat(limits.sentence())
        .startsWith("No loop or group of loops was called \"x\"")
        .contains("There were: loop-10, loop-11")
        .endsWith("and 19 more.");
  }

  @Test
  void headlessWatchTellsOfIt() throws IOException {
    Path file = folder.resolve("made.loopscope");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : frames()) {
        writer.write(frame);
      }
    }
    line.watched = file;
    String out = folder.resolve("out").toString();
    assertThat(line.run("attach", "4711", "--headless", "--for", "5s", "--out", out)).isZero();
    assertThat(line.err()).contains(TOLD);
  }

  @Test
  void recordTellsOfIt() {
    line.loader =
        (pid, options) -> {
          CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> say(options));
        };
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "4711", "-o", file.toString())).isZero();
    assertThat(line.err()).contains(TOLD);
  }

  private static void say(String options) {
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(frames().toArray(Frame[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As made, with limits for its group and for one that there is not. */
  private static List<Frame> frames() {
    List<Frame> frames = new ArrayList<>(MadeRecording.FRAMES);
    Hello made = (Hello) frames.get(0);
    Settings limits =
        new Settings(50_000_000L, Map.of(), Map.of("wroker", 5L, "worker", 9L), 200_000, List.of());
    frames.set(
        0,
        new Hello(
            made.version(),
            made.agentVersion(),
            made.process(),
            made.clock(),
            made.attachedNanos(),
            limits,
            made.plugins()));
    return frames;
  }
}
