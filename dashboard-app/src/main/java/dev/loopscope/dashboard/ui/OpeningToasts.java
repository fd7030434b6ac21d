package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.Notification;
import dev.loopscope.dashboard.ui.start.Opening;
import dev.loopscope.dashboard.ui.start.SessionSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an attempt to get a session while another one is in the window, which stays there until
 * the attempt has worked; on the start page a banner tells of it. FX thread.
 */
final class OpeningToasts {

  private final Opening opening;
  private final Toasts toasts;
  private final BooleanSupplier sessionShown;
  private final Consumer<SessionSource> instead;
  private @Nullable Notification underWay;

  private OpeningToasts(
      Opening opening,
      Toasts toasts,
      BooleanSupplier sessionShown,
      Consumer<SessionSource> instead) {
    this.opening = opening;
    this.toasts = toasts;
    this.sessionShown = sessionShown;
    this.instead = instead;
  }

  /**
   * Tells of the attempts of {@code opening} as long as {@code sessionShown}.
   *
   * @param instead opens what can be read of a damaged file, though the session has to make room
   */
  static void tell(
      Opening opening,
      Toasts toasts,
      BooleanSupplier sessionShown,
      Consumer<SessionSource> instead) {
    opening
        .stateProperty()
        .subscribe(new OpeningToasts(opening, toasts, sessionShown, instead)::show);
  }

  private void show(Opening.State state) {
    if (underWay != null) {
      toasts.dismiss(underWay);
      underWay = null;
    }
    if (!sessionShown.getAsBoolean()) {
      return;
    }
    if (state instanceof Opening.State.Busy busy) {
      underWay = toasts.progress(busy.source().doing() + " …", opening::cancel);
    } else if (state instanceof Opening.State.Failed failed && failed.readable() != null) {
      SessionSource readable = failed.readable();
      toasts.failure(
          failed.source().doing()
              + " did not work, so the session in the window stays. "
              + failed.reason(),
          "Show what can be read",
          () -> instead.accept(readable));
    } else if (state instanceof Opening.State.Failed failed) {
      toasts.failure(
          failed.source().doing()
              + " did not work: "
              + failed.reason()
              + " "
              + failed.source().advice());
    }
  }
}
