package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.SettledNotices;
import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Passes on what the alerts of a session have to tell, once it has stood for a moment. Quiet
 * periods are kept by the log; here several at once become one, and nothing is told while the user
 * wants none.
 */
public final class NoticeTeller {

  /** More alerts than this at once are one notice. */
  static final int MAX_AT_ONCE = 2;

  private final Confinement confinement = new Confinement();
  private final SettledNotices settled;
  private final List<Alert> fresh = new ArrayList<>();
  private final String program;
  private final LongSupplier now;
  private final BooleanSupplier wanted;
  private final Consumer<Notice> notices;

  /**
   * A teller that has told of nothing yet.
   *
   * @param program name of the watched program
   * @param now the newest time of the session; beyond it when no more will come
   * @param wanted whether the user wants notices now
   */
  public NoticeTeller(
      AlertLog log,
      String program,
      LongSupplier now,
      BooleanSupplier wanted,
      Consumer<Notice> notices) {
    settled = new SettledNotices(log, (notice, alert) -> fresh.add(alert));
    this.program = program;
    this.now = now;
    this.wanted = wanted;
    this.notices = notices;
  }

  /** Tells of what is new. */
  public void tell() {
    confinement.check();
    settled.at(now.getAsLong());
    List<Alert> alerts = List.copyOf(fresh);
    fresh.clear();
    if (alerts.isEmpty() || !wanted.getAsBoolean()) {
      return;
    }
    if (alerts.size() > MAX_AT_ONCE) {
      Alert last = alerts.get(alerts.size() - 1);
      notices.accept(
          new Notice(
              program + ": " + alerts.size() + " new alerts",
              "The last: " + last.sentence(),
              last));
    } else {
      alerts.forEach(
          alert -> notices.accept(new Notice(program + ": alert", alert.sentence(), alert)));
    }
  }
}
