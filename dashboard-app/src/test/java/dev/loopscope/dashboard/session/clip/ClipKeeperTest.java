package dev.loopscope.dashboard.session.clip;

import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.Await;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.ReplaySession;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipKeeperTest {

  private static final AlertKey HANDLER =
      new AlertKey(AlertKind.BLOCKED, "worker", "netty-nio", "com.example.ChatHandler.onMessage");

  @TempDir Path home;

  private final CurrentAlertSettings settings = new CurrentAlertSettings();
  private final FrameIntake intake = FrameIntake.intoNewStore(settings);
  private Spool spool;
  private ClipFolder folder;
  private ClipWriter writer;
  private ClipKeeper keeper;

  @BeforeEach
  void start() throws IOException {
    spool = new Spool();
    folder = new ClipFolder(home.resolve("clips"));
    writer =
        new ClipWriter(
            spool::saveTo, folder, "chat", nanos -> Instant.ofEpochSecond(1_767_323_045));
    keeper = new ClipKeeper(intake.alerts(), settings, writer);
    see(Frames.hello(), Frames.names());
  }

  @AfterEach
  void stop() throws IOException {
    writer.close();
    spool.close();
  }

  private void see(Frame... frames) throws IOException {
    for (Frame frame : frames) {
      intake.accept(frame);
      spool.write(frame);
      keeper.at(intake.trace().extent().toNanos());
    }
  }

  @Test
  void clipIsCutWhenTheTimeAfterTheAlertHasPassedAndOpensAsAReplay() throws Exception {
    see(stall(1, 7, 20_000, 20_180, 20_340), waiting(25_300));
    assertThat(writer.all()).isEmpty();

    see(waiting(25_500));
    Await.until("the clip is there", () -> writer.all().size() == 1);
    Clip clip = writer.all().get(0);
    assertThat(clip.fromNanos()).isEqualTo(10_000 * MS);
    assertThat(clip.toNanos()).isEqualTo(25_340 * MS);
    assertThat(clip.file().getFileName().toString())
        .isEqualTo("alert-20260102-030405-blocked-worker-chat.loopscope");
    assertThat(writer.of(clip.alert())).isEqualTo(clip);
    assertThat(writer.newestOf(clip.key())).isEqualTo(clip);

    try (Session replay = ReplaySession.open(clip.file(), FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(replay.alerts().alerts()).isEqualTo(intake.alerts().alerts());
    }
  }

  @Test
  void alertThatLastsIsCutWhileItLasts() throws Exception {
    see(stall(1, 7, 1000, 1180, 0), waiting(40_000));
    Await.until("the clip is there", () -> writer.all().size() == 1);
  }

  @Test
  void endOfTheSessionCutsWhatWaits() throws Exception {
    see(stall(1, 7, 1000, 1180, 1340), bye(1400));
    assertThat(writer.all()).isEmpty();
    keeper.end(intake.trace().extent().toNanos());
    Await.until("the clip is there", () -> writer.all().size() == 1);
    assertThat(writer.all().get(0).toNanos()).isEqualTo(1400 * MS);
  }

  @Test
  void whatTurnedOutNotToBeTrueKeepsNoClip() throws Exception {
    see(stall(1, 7, 1000, 1080, 1100));
    see(new Pause(Pause.Cause.GC, 1005 * MS, 1049 * MS, ""));
    see(new Pause(Pause.Cause.GC, 1050 * MS, 1099 * MS, ""));
    assertThat(intake.alerts().alerts()).isEmpty();
    keeper.end(9000 * MS);
    writer.close();
    assertThat(writer.all()).isEmpty();
    assertThat(writer.problem()).isEmpty();
  }

  @Test
  void groupThatWasToldOfKeepsNoFurtherClipForAWhile() throws Exception {
    see(stall(1, 7, 1000, 1180, 1340), stall(2, 8, 2000, 2180, 2340));
    keeper.end(9000 * MS);
    writer.close();
    assertThat(writer.all()).extracting(Clip::key).containsExactly(HANDLER);
  }

  @Test
  void mutedGroupKeepsNoClip() throws Exception {
    settings.set(AlertSettings.DEFAULT.withMuted(HANDLER, true));
    see(stall(1, 7, 1000, 1180, 1340));
    keeper.end(9000 * MS);
    writer.close();
    assertThat(intake.alerts().alerts()).extracting(Alert::key).containsExactly(HANDLER);
    assertThat(writer.all()).isEmpty();
  }

  @Test
  void whatFailsUnexpectedlyIsToldOfAndTheNextClipIsKept() throws Exception {
    AtomicBoolean closed = new AtomicBoolean(true);
    ClipSource source =
        (file, from, to) -> {
          if (closed.getAndSet(false)) {
            throw new IllegalStateException("The spool is closed.");
          }
          spool.saveTo(file, from, to);
        };
    see(stall(1, 7, 1000, 1180, 1340));
    Alert alert = intake.alerts().alerts().get(0);
    try (ClipWriter odd = new ClipWriter(source, folder, "chat", nanos -> Instant.EPOCH)) {
      odd.keep(alert, 0, 2000 * MS);
      Await.until("the problem is told", () -> !odd.problem().isEmpty());
      assertThat(odd.problem()).contains("An alert has no clip").contains("The spool is closed.");
      odd.keep(alert, 0, 2000 * MS);
      Await.until("the clip is there", () -> odd.all().size() == 1);
      assertThat(odd.problem()).isEmpty();
    }
  }

  @Test
  void groupThatIsMutedWhileItsClipWaitsKeepsNone() throws Exception {
    see(stall(1, 7, 1000, 1180, 1340));
    settings.set(settings.get().withMuted(intake.alerts().alerts().get(0).key(), true));
    keeper.end(9000 * MS);
    writer.close();
    assertThat(writer.all()).isEmpty();
  }

  @Test
  void clipsCanBeTurnedOff() throws Exception {
    settings.set(AlertSettings.DEFAULT.withClips(false, 0, 0));
    see(stall(1, 7, 1000, 1180, 1340));
    keeper.end(9000 * MS);
    writer.close();
    assertThat(writer.all()).isEmpty();
  }

  @Test
  void diskThatRefusesIsToldOfAndTheSessionGoesOn() throws Exception {
    Files.writeString(home.resolve("clips"), "a file where the folder should be");
    see(stall(1, 7, 1000, 1180, 1340));
    keeper.end(9000 * MS);
    Await.until("the problem is told", () -> !writer.problem().isEmpty());
    assertThat(writer.problem())
        .startsWith("An alert has no clip (")
        .contains("The session goes on; free some space in");
    see(waiting(10_000));
    assertThat(intake.trace().extent().toNanos()).isEqualTo(10_000 * MS);
  }
}
