package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.AlertNotice;
import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Passes on what the alerts of a session have to tell. Quiet periods and muted groups are kept by
 * the log; here several at once become one, and nothing is told while the user wants none.
 */
public final class NoticeTeller {

  /** More alerts than this at once are one notice. */
  static final int MAX_AT_ONCE = 2;

  private final Confinement confinement = new Confinement();
  private final AlertLog log;
  private final String program;
  private final BooleanSupplier wanted;
  private final Consumer<Notice> notices;
  private long told;

  /**
   * A teller that has told of nothing yet.
   *
   * @param program name of the watched program
   * @param wanted whether the user wants notices now
   */
  public NoticeTeller(
      AlertLog log, String program, BooleanSupplier wanted, Consumer<Notice> notices) {
    this.log = log;
    this.program = program;
    this.wanted = wanted;
    this.notices = notices;
  }

  /** Tells of what is new. */
  public void tell() {
    confinement.check();
    List<AlertNotice> fresh = log.notices(told);
    if (fresh.isEmpty()) {
      return;
    }
    told = fresh.get(fresh.size() - 1).number();
    if (!wanted.getAsBoolean()) {
      return;
    }
    List<Alert> alerts = new ArrayList<>();
    for (AlertNotice notice : fresh) {
      log.alerts(notice.key()).stream()
          .filter(alert -> alert.id() == notice.alert())
          .forEach(alerts::add);
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
