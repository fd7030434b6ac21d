package dev.loopscope.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySessionTest {

  private static final List<Frame> STREAM = Recordings.stream(5);

  @TempDir Path folder;

  @Test
  void replayShowsWhatTheLiveSessionShowed() throws IOException {
    FrameIntake live = FrameIntake.intoNewStore();
    STREAM.forEach(live);

    try (Session replay = open(recording())) {
      assertThat(Await.over(replay)).isEqualTo(new SessionStatus(Phase.ENDED, "", 1));
      assertThat(replay.alerts().alerts()).isEqualTo(live.alerts().alerts()).hasSize(1);
      assertThat(runs(replay)).isEqualTo(live.trace().runs(Frames.LOOP, all(live), 0, 1000));
      assertThat(replay.trace().extent()).isEqualTo(live.trace().extent());
      assertThat(replay.trace().stalls()).isEqualTo(live.trace().stalls());
      assertThat(replay.title()).isEqualTo("chat-server · pid 4711");
      assertThat(replay.isLive()).isFalse();
    }
  }

  @Test
  void helloIsThereAtOnce() throws IOException {
    try (Session replay = open(recording())) {
      assertThat(replay.trace().hello()).isEqualTo(Frames.hello());
    }
  }

  @Test
  void recordingThatWasCutOffIsShownUpToThere() throws IOException {
    Path file = recording();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    try (Session replay = open(file)) {
      SessionStatus status = Await.over(replay);
      assertThat(status.phase()).isEqualTo(Phase.ENDED);
      assertThat(status.message()).contains("was not closed").contains("last second");
      assertThat(runs(replay)).hasSizeBetween(10, 49);
      assertThat(replay.alerts().alerts()).hasSize(1);
    }
  }

  @Test
  void damagedRecordingIsShownUpToTheDamageAndSaysSo() throws IOException {
    Path file = recording();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length * 2 / 3] ^= 0x55;
    Files.write(file, bytes);
    try (Session replay = open(file)) {
      SessionStatus status = Await.over(replay);
      assertThat(status.phase()).isEqualTo(Phase.FAILED);
      assertThat(status.message()).contains("damaged at byte");
      assertThat(runs(replay)).hasSizeBetween(10, 49);
    }
  }

  @Test
  void foreignFileIsRefusedWithASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a recording at all, is it?");
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
  }

  @Test
  void savingCopiesTheFileAndReplacesAnOlderOne() throws IOException {
    Path file = recording();
    Path copy = Files.writeString(folder.resolve("copy.loopscope"), "older");
    try (Session replay = open(file)) {
      replay.saveTo(copy);
      replay.saveTo(file);
    }
    assertThat(copy).hasSameBinaryContentAs(file);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, copy);
    }
  }

  @Test
  void savingWhereNothingCanBeSavedSaysSo() throws IOException {
    try (Session replay = open(recording())) {
      assertThatThrownBy(() -> replay.saveTo(folder.resolve("missing/copy.loopscope")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("does not exist");
      assertThatThrownBy(() -> replay.saveTo(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is a folder");
    }
  }

  @Test
  void recordingCannotBeConfigured() throws IOException {
    try (Session replay = open(recording())) {
      assertThatThrownBy(() -> replay.configure(Settings.DEFAULT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("recording");
    }
  }

  @Test
  void whatTheStoreCannotTakeFailsTheSessionWithASentence() throws IOException {
    PlainTrace trace =
        new PlainTrace() {
          @Override
          public synchronized void accept(Frame frame) {
            if (frame instanceof RunBatch) {
              throw new IllegalArgumentException("too fussy for runs");
            }
            super.accept(frame);
          }
        };
    Session replay = ReplaySession.open(recording(), new FrameIntake(trace, trace));
    assertThat(Await.over(replay).phase()).isEqualTo(Phase.FAILED);
    assertThat(replay.status().message()).contains("cannot be shown").contains("fussy");
    replay.close();
    replay.close();
  }

  @Test
  void aRuleThatFailsAtTheEndFailsTheSessionWithASentence() throws IOException {
    PlainTrace trace =
        new PlainTrace() {
          @Override
          public synchronized @Nullable OpenRun openRun(int loop) {
            throw new IllegalStateException("too fussy for what lasts");
          }
        };
    List<Frame> cutOff = List.of(Frames.hello(), Frames.names(), Frames.stall(1, 999, 100, 280, 0));
    Path file = Recordings.write(folder.resolve("open.loopscope"), cutOff);
    FrameIntake intake = new FrameIntake(trace, trace);

    try (Session replay = ReplaySession.open(file, intake)) {
      assertThat(Await.over(replay).phase()).isEqualTo(Phase.FAILED);
      assertThat(replay.status().message()).contains("cannot be shown").contains("what lasts");
      assertThat(intake.alerts().alerts()).as("what came before").hasSize(1);
    }
  }

  @Test
  void fileCanBeRemovedAfterClosing() throws IOException {
    Path file = recording();
    open(file).close();
    Files.newByteChannel(file, StandardOpenOption.WRITE).close();
    Files.delete(file);
    assertThat(file).doesNotExist();
  }

  private Path recording() throws IOException {
    return Recordings.write(folder.resolve("chat.loopscope"), STREAM);
  }

  private static Session open(Path file) throws IOException {
    return ReplaySession.open(file, FrameIntake.intoNewStore());
  }

  private static List<Run> runs(Session session) {
    return session.trace().runs(Frames.LOOP, session.trace().extent(), 0, 1000);
  }

  private static TimeSpan all(FrameIntake intake) {
    return intake.trace().extent();
  }
}
