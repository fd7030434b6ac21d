package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.Notification;
import dev.loopscope.dashboard.ui.start.Opening;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an attempt to get a session while another one is in the window, which stays there until
 * the attempt has worked; on the start page a banner tells of it. FX thread.
 */
final class OpeningToasts {

  private final Toasts toasts;
  private final BooleanSupplier sessionShown;
  private @Nullable Notification underWay;

  private OpeningToasts(Toasts toasts, BooleanSupplier sessionShown) {
    this.toasts = toasts;
    this.sessionShown = sessionShown;
  }

  /** Tells of the attempts of {@code opening} as long as {@code sessionShown}. */
  static void tell(Opening opening, Toasts toasts, BooleanSupplier sessionShown) {
    opening.stateProperty().subscribe(new OpeningToasts(toasts, sessionShown)::show);
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
      underWay = toasts.info(busy.source().doing() + " …");
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
