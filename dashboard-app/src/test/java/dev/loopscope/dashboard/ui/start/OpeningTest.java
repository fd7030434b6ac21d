package dev.loopscope.dashboard.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.TestOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> here = new ArrayDeque<>();
  private final TestOpener opener = new TestOpener();
  private final List<Session> opened = new ArrayList<>();
  private final Opening opening =
      new Opening(
          opener, new Background(work::add, here::add), (source, session) -> opened.add(session));

  private void run() {
    while (!work.isEmpty() || !here.isEmpty()) {
      (work.isEmpty() ? here : work).remove().run();
    }
  }

  @Test
  void sessionIsHandedOver() {
    ListSession session = new ListSession(true);
    opener.next = session;

    opening.begin(new SessionSource.Demo());
    assertThat(opening.stateProperty().get()).isInstanceOf(Opening.State.Busy.class);
    run();

    assertThat(opened).containsExactly(session);
    assertThat(opening.stateProperty().get()).isEqualTo(new Opening.State.Idle());
  }

  @Test
  void sessionThatArrivesAfterCancellingIsClosed() {
    ListSession session = new ListSession(true);
    opener.next = session;
    opening.begin(new SessionSource.Demo());
    work.remove().run();

    opening.cancel();
    run();

    assertThat(opened).isEmpty();
    assertThat(session.closed).isTrue();
  }

  @Test
  void failureKeepsItsReason() {
    opener.failure = new IOException("No such process.");

    opening.begin(new SessionSource.Jvm(1, "gone"));
    run();

    assertThat(opening.stateProperty().get())
        .isEqualTo(
            new Opening.State.Failed(new SessionSource.Jvm(1, "gone"), "No such process.", null));
  }

  @Test
  void damagedRecordingIsNoSessionWhereAWholeOneIsWanted() {
    Path file = Path.of("damaged.loopscope");
    ListSession damaged = replayThatEnds(Phase.FAILED, "The recording is damaged at byte 7.");
    opener.next = damaged;

    opening.begin(new SessionSource.Recording(file, true));
    run();

    assertThat(opened).isEmpty();
    assertThat(damaged.closed).isTrue();
    assertThat(opening.stateProperty().get())
        .isEqualTo(
            new Opening.State.Failed(
                new SessionSource.Recording(file, true),
                "The recording is damaged at byte 7.",
                new SessionSource.Recording(file)));
  }

  @Test
  void partOfADamagedRecordingIsASessionWhereThatIsWanted() {
    ListSession damaged = replayThatEnds(Phase.FAILED, "The recording is damaged at byte 7.");
    opener.next = damaged;

    opening.begin(new SessionSource.Recording(Path.of("damaged.loopscope")));
    run();

    assertThat(opened).containsExactly(damaged);
    assertThat(damaged.status().phase()).isEqualTo(Phase.OPENING);
  }

  @Test
  void recordingOfARecorderThatWasKilledIsWholeOnceItIsRead() {
    ListSession cutOff = replayThatEnds(Phase.ENDED, "The recording was not closed.");
    opener.next = cutOff;

    opening.begin(new SessionSource.Recording(Path.of("cut-off.loopscope"), true));
    run();

    assertThat(opened).containsExactly(cutOff);
    assertThat(cutOff.status().phase()).isEqualTo(Phase.ENDED);
    assertThat(cutOff.closed).isFalse();
  }

  /** Is being read when it is first looked at, and later ends so. */
  private static ListSession replayThatEnds(Phase phase, String sentence) {
    AtomicInteger looks = new AtomicInteger();
    return new ListSession(false) {
      @Override
      public SessionStatus status() {
        return looks.getAndIncrement() == 0
            ? new SessionStatus(Phase.OPENING, "", 0.5)
            : new SessionStatus(phase, sentence, 1);
      }
    };
  }
}
