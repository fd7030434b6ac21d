package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import java.util.ArrayList;
import java.util.List;

/** Alerts that tests raise by hand. */
final class FakeAlerts implements AlertLog {

  private final List<Alert> alerts = new ArrayList<>();

  FakeAlerts add(Alert alert) {
    alerts.add(alert);
    return this;
  }

  @Override
  public long version() {
    return alerts.size();
  }

  @Override
  public List<Alert> alerts() {
    return List.copyOf(alerts);
  }
}
