package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.protocol.Frame;
import java.util.List;

/** Rules over a trace that knows worker-2, fed as a session feeds them. */
final class AlertScene {

  private final PlainTrace trace = new PlainTrace();
  final CurrentAlertSettings settings = new CurrentAlertSettings();
  final AlertRules rules = new AlertRules(trace, settings);

  AlertScene() {
    see(Frames.hello(), Frames.names());
  }

  void see(Frame... frames) {
    for (Frame frame : frames) {
      trace.accept(frame);
      rules.accept(frame);
    }
  }

  /** The stream breaks off. */
  void end() {
    trace.end();
    rules.end();
  }

  void set(AlertKind rule, RuleSettings next) {
    settings.set(settings.get().withRule(rule, next));
  }

  PlainTrace trace() {
    return trace;
  }

  List<AlertGroup> groups() {
    return rules.log().groups();
  }

  List<Alert> alerts() {
    return rules.log().alerts();
  }

  Alert only() {
    List<Alert> alerts = alerts();
    if (alerts.size() != 1) {
      throw new AssertionError("expected one alert, there are: " + alerts);
    }
    return alerts.get(0);
  }
}
