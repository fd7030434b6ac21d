package dev.loopscope.dashboard.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.TestOpener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
        .isEqualTo(new Opening.State.Failed(new SessionSource.Jvm(1, "gone"), "No such process."));
  }
}
