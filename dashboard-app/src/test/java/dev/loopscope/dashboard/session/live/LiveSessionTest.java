package dev.loopscope.dashboard.session.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.attach.AgentLink;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.Await;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.ReplaySession;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.session.clip.ClipFolder;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSessionTest {

  @TempDir Path folder;

  private final AtomicInteger companionsEnded = new AtomicInteger();
  private final AgentLinks links =
      new AgentLinks(
          (pid, options) -> {
            throw new AssertionError("nothing is loaded here");
          });
  private FakeAgent agent;
  private volatile boolean targetEnded;
  private Session session;

  @BeforeEach
  void connect() throws IOException {
    agent = new FakeAgent();
    AgentLink link = links.connect("127.0.0.1", agent.port(), agent.token);
    session =
        LiveSession.start(
            link,
            FrameIntake.intoNewStore(),
            new Spool(),
            new AlertCare(
                new CurrentAlertSettings(), new ClipFolder(folder.resolve("clips")), null),
            new Endings(link.hello(), () -> targetEnded),
            companionsEnded::incrementAndGet);
  }

  @AfterEach
  void close() throws IOException {
    agent.close();
    session.close();
  }

  @Test
  void framesReachStoreAndAlertsWhileTheyHappen() throws IOException {
    assertThat(session.trace().hello()).isEqualTo(Frames.hello());
    assertThat(session.status().phase()).isEqualTo(Phase.LIVE);
    assertThat(session.isLive()).isTrue();

    agent.send(Frames.names(), Frames.stall(1, 7, 1000, 1180, 0));
    Await.until("there is an alert", () -> !session.alerts().alerts().isEmpty());
    assertThat(session.alerts().alerts().get(0).sentence())
        .startsWith("worker-2 has been blocked for 180 ms in Thread.sleep");
  }

  @Test
  void alertKeepsAClipThatIsCutWhenTheSessionEnds() throws IOException {
    agent.send(Frames.names(), Frames.stall(1, 7, 1000, 1180, 1340));
    session.finish();
    Await.until("there is a clip", () -> !session.clips().all().isEmpty());
    assertThat(session.clips().problem()).isEmpty();
    try (Session replay =
        ReplaySession.open(session.clips().all().get(0).file(), FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(replay.alerts().alerts().get(0).sentence()).startsWith("worker-2 was blocked");
    }
  }

  @Test
  void killOfTheTargetEndsTheSessionWithASentence() throws IOException {
    targetEnded = true;
    agent.send(Frames.names());
    agent.sendHalfAFrame();
    agent.die();

    assertThat(Await.over(session).phase()).isEqualTo(Phase.ENDED);
    assertThat(session.status().message())
        .isEqualTo(
            "chat-server (pid 4711) ended without a word: it was killed or it crashed."
                + " What came before is here; save it to keep it.");
  }

  @Test
  void whatWasOpenWhenTheTargetWasKilledIsSaidToHaveBeenSoInTheReplayToo() throws IOException {
    targetEnded = true;
    agent.send(Frames.names(), Frames.stall(1, 7, 1000, 1180, 0), Frames.running(7, 1000, 1190));
    Await.until("the loop was seen", () -> session.trace().extent().toNanos() == 1190 * Frames.MS);
    agent.die();

    Await.over(session);
    assertThat(session.trace().isOver()).isTrue();
    assertThat(session.alerts().alerts().get(0).isOpen()).isTrue();
    assertThat(session.alerts().alerts().get(0).sentence())
        .startsWith("worker-2 was blocked 190 ms in Thread.sleep")
        .endsWith("; it still was at the end");
    Path file = folder.resolve("killed.loopscope");
    session.saveTo(file);
    try (Session replay = ReplaySession.open(file, FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(Report.of(replay.trace(), replay.alerts()))
          .isEqualTo(Report.of(session.trace(), session.alerts()));
    }
  }

  @Test
  void brokenConnectionToALivingTargetIsAFailure() throws IOException {
    agent.send(Frames.names());
    agent.die();
    assertThat(Await.over(session).phase()).isEqualTo(Phase.FAILED);
    assertThat(session.status().message()).contains("broke").contains("Attach again.");
  }

  @Test
  void endOfTheTargetIsSaid() throws IOException {
    agent.send(Frames.names(), Frames.bye(5000));
    assertThat(Await.over(session).phase()).isEqualTo(Phase.ENDED);
    assertThat(session.status().message()).isEqualTo("chat-server (pid 4711) ended.");
  }

  @Test
  void failureOfTheAgentIsSaidWithItsReason() throws IOException {
    agent.send(new Bye(1, Bye.Reason.ERROR, "out of memory"));
    assertThat(Await.over(session).phase()).isEqualTo(Phase.FAILED);
    assertThat(session.status().message()).contains("(out of memory)");
  }

  @Test
  void recordingHasWhatCameBeforeSomebodyAskedAndGoesOn() throws IOException {
    agent.send(Frames.names(), Frames.runs(Frames.task(1, 0, 10, 11, 12)));
    awaitRuns(1);
    Path first = folder.resolve("first.loopscope");
    session.saveTo(first);
    agent.send(Frames.runs(Frames.task(2, 0, 20, 21, 22)));
    awaitRuns(2);
    Path second = folder.resolve("second.loopscope");
    session.saveTo(second);

    assertThat(replayedRuns(first)).isEqualTo(1);
    assertThat(replayedRuns(second)).isEqualTo(2);
  }

  @Test
  void finishedSessionCanStillBeSaved() throws IOException {
    agent.send(Frames.names(), Frames.runs(Frames.task(1, 0, 10, 11, 12)));
    agent.die();
    Await.over(session);
    Path file = folder.resolve("late.loopscope");
    session.saveTo(file);
    assertThat(replayedRuns(file)).isEqualTo(1);
  }

  @Test
  void finishedSessionIsSavedWithItsLastFramesAndReportsTheSame() throws IOException {
    agent.send(Frames.names(), Frames.runs(Frames.task(1, 0, 10, 11, 12)));
    session.finish();
    assertThat(session.status().phase()).isEqualTo(Phase.ENDED);
    Path file = folder.resolve("whole.loopscope");
    session.saveTo(file);
    try (Session replay = ReplaySession.open(file, FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(Report.of(replay.trace(), replay.alerts()))
          .isEqualTo(Report.of(session.trace(), session.alerts()));
    }
    assertThat(companionsEnded).hasValue(0);
  }

  @Test
  void settingsReachTheAgentTheTraceAndTheRecording() throws IOException {
    Settings settings = new Settings(20 * Frames.MS, Map.of("javafx", 5L), 1000);
    session.configure(settings);
    Await.until("the agent has them", () -> !agent.received.isEmpty());
    assertThat(agent.received.peek()).isEqualTo(new Command.Configure(settings));

    Await.until(
        "the trace has them",
        () -> {
          sendOrFail(Frames.waiting(100));
          return session.trace().settings().equals(settings);
        });
    Path file = folder.resolve("configured.loopscope");
    session.saveTo(file);
    try (Session replay = ReplaySession.open(file, FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(replay.trace().settings()).isEqualTo(settings);
    }
  }

  @Test
  void closingAsksTheAgentToLeaveAndTakesItsLastFrames() throws IOException {
    agent.send(Frames.names());
    session.close();
    assertThat(agent.received).containsExactly(new Command.Detach());
    assertThat(session.status().phase()).isEqualTo(Phase.ENDED);
    assertThat(session.status().message()).isEqualTo("The agent has left chat-server (pid 4711).");
    assertThat(session.trace().extent().toNanos()).isEqualTo(9_000 * Frames.MS);
    assertThat(companionsEnded).hasValue(1);

    session.close();
    assertThat(companionsEnded).hasValue(1);
    assertThatThrownBy(() -> session.saveTo(folder.resolve("gone.loopscope")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the session is closed");
  }

  @Test
  void sessionThatIsOverCannotBeConfigured() throws IOException {
    agent.send(Frames.bye(5000));
    Await.over(session);
    assertThatThrownBy(() -> session.configure(Settings.DEFAULT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not watched any more");
  }

  @Test
  void agentThatDoesNotLeaveIsLeft() {
    agent.stubborn = true;
    session.close();
    assertThat(session.status().phase()).isEqualTo(Phase.ENDED);
  }

  private void awaitRuns(int count) {
    Await.until(count + " runs are there", () -> runs(session) == count);
  }

  private void sendOrFail(dev.loopscope.protocol.Frame frame) {
    try {
      agent.send(frame);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int runs(Session session) {
    return session.trace().runs(Frames.LOOP, session.trace().extent(), 0, 100).size();
  }

  private static int replayedRuns(Path file) throws IOException {
    try (Session replay = ReplaySession.open(file, FrameIntake.intoNewStore())) {
      Await.over(replay);
      assertThat(replay.status().message()).isEmpty();
      return runs(replay);
    }
  }
}
