package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.attach.FakeAgent;
import dev.loopscope.dashboard.attach.IdleJvm;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {

  /** No system gives a process this number. */
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

  @TempDir private Path folder;
  private final CommandLineUnderTest line = new CommandLineUnderTest();

  @Test
  void everyFrameOfTheAgentIsInTheFile() throws Exception {
    line.loader = (pid, options) -> inBackground(() -> sayAllAndLeaveWhenAsked(options));
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "4711", "--for", "300ms", "-o", file.toString())).isZero();
    assertThat(frames(file)).containsAll(MadeRecording.FRAMES);
  }

  @Test
  void agentThatLeavesWhenTheTimeIsOverIsNotWorthAWord() {
    line.loader = (pid, options) -> inBackground(() -> sayAllAndLeaveWhenAsked(options));
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "4711", "--for", "300ms", "-o", file.toString())).isZero();
    assertThat(line.err()).contains("Wrote " + file).doesNotContain("left");
  }

  @Test
  void agentThatLeavesUnaskedIsToldOf() {
    line.loader = (pid, options) -> inBackground(() -> leaveUnasked(options));
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "4711", "--for", "60s", "-o", file.toString())).isZero();
    assertThat(line.err())
        .contains("The agent has left chat-server (pid 4711).")
        .contains("Wrote " + file);
  }

  @Test
  void targetThatDiesLeavesAFileWithAllThatCameBefore() throws Exception {
    line.loader = (pid, options) -> inBackground(() -> sayAllButByeAndDie(options));
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", NOBODY, "--for", "60s", "-o", file.toString())).isZero();
    assertThat(line.err())
        .contains("chat-server (pid 4711) ended without a word: it was killed or it crashed.")
        .contains("Wrote " + file);
    assertThat(frames(file)).containsAll(MadeRecording.FRAMES.subList(0, 3));
  }

  @Test
  void agentThatFailsIsExitCodeOneAndWhatCameBeforeIsInTheFile() throws Exception {
    line.loader = (pid, options) -> inBackground(() -> failAtTheEnd(options));
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "4711", "-o", file.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .contains("loopscope: The agent failed and left chat-server (pid 4711) (out of memory).")
        .contains("What came before is in " + file + ".")
        .doesNotContain("Wrote");
    assertThat(frames(file)).containsAll(MadeRecording.FRAMES.subList(0, 3));
  }

  @Test
  void connectionThatBreaksWhileTheProcessLivesIsExitCodeOne() throws Exception {
    line.loader = (pid, options) -> inBackground(() -> sayAllButByeAndDie(options));
    Path file = folder.resolve("f.loopscope");
    try (IdleJvm target = new IdleJvm()) {
      String pid = Long.toString(target.pid());
      assertThat(line.run("record", pid, "-o", file.toString())).isEqualTo(ExitCode.FAILURE);
    }
    assertThat(line.err())
        .contains("loopscope: The connection to chat-server (pid 4711) broke")
        .contains("What came before is in " + file + ".");
    assertThat(frames(file)).containsAll(MadeRecording.FRAMES.subList(0, 3));
  }

  @Test
  void existingFileIsOnlyReplacedByForce() throws Exception {
    line.loader = (pid, options) -> inBackground(() -> sayAllButByeAndDie(options));
    Path file = Files.writeString(folder.resolve("f.loopscope"), "precious");
    assertThat(line.run("record", "4711", "-o", file.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(Files.readString(file)).isEqualTo("precious");
    assertThat(line.err()).contains("--force");
    assertThat(line.run("record", NOBODY, "-o", file.toString(), "--force")).isZero();
    assertThat(frames(file)).isNotEmpty();
  }

  @Test
  void processThatCannotBeAttachedLeavesNoFile() {
    Path file = folder.resolve("f.loopscope");
    assertThat(line.run("record", "99", "-o", file.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).contains("There is no process 99.");
    assertThat(file).doesNotExist();
  }

  private static List<Frame> frames(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (RecordingReader reader = RecordingReader.open(file)) {
      frames.add(reader.hello());
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }

  /** A conversation that may fail like any with a socket. */
  private interface Talk {
    void run() throws IOException;
  }

  private static void inBackground(Talk talk) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(
            () -> {
              try {
                talk.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void sayAllAndLeaveWhenAsked(String options) throws IOException {
    List<Frame> frames = MadeRecording.FRAMES;
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(frames.subList(0, 3).toArray(new Frame[0]));
      assertThat(agent.receive()).isInstanceOf(Command.Detach.class);
      assertThat(frames.get(3)).isInstanceOf(Bye.class);
      agent.send(frames.get(3));
    }
  }

  private static void leaveUnasked(String options) throws IOException {
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(MadeRecording.FRAMES.subList(0, 3).toArray(new Frame[0]));
      agent.send(new Bye(3_000_000_000L, Bye.Reason.DETACHED, ""));
    }
  }

  private static void failAtTheEnd(String options) throws IOException {
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(MadeRecording.FRAMES.subList(0, 3).toArray(new Frame[0]));
      agent.send(new Bye(3_000_000_000L, Bye.Reason.ERROR, "out of memory"));
    }
  }

  private static void sayAllButByeAndDie(String options) throws IOException {
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(MadeRecording.FRAMES.subList(0, 3).toArray(new Frame[0]));
    }
  }
}
