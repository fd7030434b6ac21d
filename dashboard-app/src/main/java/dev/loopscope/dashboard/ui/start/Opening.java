package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One attempt at a time to get a session: shows progress, can be cancelled, may fail. */
public final class Opening {

  /** Where the attempt stands. */
  public sealed interface State {

    /** Nothing is under way. */
    record Idle() implements State {}

    /** Waiting for a session. */
    record Busy(SessionSource source) implements State {}

    /**
     * It did not work.
     *
     * @param reason a sentence
     * @param readable opens the part of it that can be read; null when there is none
     */
    record Failed(SessionSource source, String reason, @Nullable SessionSource readable)
        implements State {}
  }

  private final Confinement confinement = new Confinement();
  private final SessionOpener opener;
  private final Background background;
  private final BiConsumer<SessionSource, Session> opened;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private @Nullable FutureTask<?> attempt;

  /**
   * Nothing is under way at first.
   *
   * @param opened takes over the session, and closes it
   */
  public Opening(
      SessionOpener opener, Background background, BiConsumer<SessionSource, Session> opened) {
    this.opener = opener;
    this.background = background;
    this.opened = opened;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Starts an attempt; one that is under way is given up. */
  public void begin(SessionSource source) {
    cancel();
    FutureTask<?>[] self = new FutureTask<?>[1];
    FutureTask<?> next = new FutureTask<>(() -> attempt(source, self), null);
    self[0] = next;
    attempt = next;
    state.set(new State.Busy(source));
    background.work().execute(next);
  }

  /** Gives up; a session that arrives later is closed unseen. */
  public void cancel() {
    confinement.check();
    if (attempt != null) {
      attempt.cancel(true);
      attempt = null;
    }
    state.set(new State.Idle());
  }

  /** In the background: the attempt is told apart from later ones by its task. */
  private void attempt(SessionSource source, FutureTask<?>[] self) {
    try {
      Session session = source.open(opener);
      background.fx().execute(() -> arrived(source, session, self[0]));
    } catch (DamagedRecordingException e) {
      State.Failed state = new State.Failed(source, String.valueOf(e.getMessage()), e.readable());
      background.fx().execute(() -> failed(state, self[0]));
    } catch (IOException | RuntimeException | LinkageError e) {
      String message = e.getMessage();
      String reason = message == null || message.isBlank() ? e.toString() : message;
      background.fx().execute(() -> failed(new State.Failed(source, reason, null), self[0]));
    } catch (InterruptedException e) {
      State.Failed state = new State.Failed(source, "It was interrupted.", null);
      background.fx().execute(() -> failed(state, self[0]));
    }
  }

  private void arrived(SessionSource source, Session session, @Nullable FutureTask<?> task) {
    if (task != attempt) {
      background.work().execute(session::close);
      return;
    }
    attempt = null;
    state.set(new State.Idle());
    opened.accept(source, session);
  }

  private void failed(State.Failed how, @Nullable FutureTask<?> task) {
    if (task == attempt) {
      attempt = null;
      state.set(how);
    }
  }
}
