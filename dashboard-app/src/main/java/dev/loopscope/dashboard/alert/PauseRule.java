package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The whole JVM stood still for as long as a run may take: {@code "The JVM stood still for 120 ms:
 * garbage collection (G1 Evacuation Pause)"}. Pauses that overlap, such as a collection and its
 * safepoint, are one alert.
 */
final class PauseRule implements AlertRule {

  private final RuleLimits limits;
  private final RaisedAlerts log;
  private @Nullable Alert last;
  private long tellingNanos;

  PauseRule(RuleLimits limits, RaisedAlerts log) {
    this.limits = limits;
    this.log = log;
  }

  @Override
  public void accept(Frame frame) {
    if (!(frame instanceof Pause pause) || !limits.isEnabled(AlertKind.PAUSE)) {
      return;
    }
    long nanos = pause.toNanos() - pause.fromNanos();
    if (nanos < limits.of(AlertKind.PAUSE, 0)) {
      return;
    }
    Alert alert =
        last != null && last.span(last.toNanos()).overlaps(pause.fromNanos(), pause.toNanos())
            ? widened(last, pause)
            : alert(log.nextId(), pause.fromNanos(), pause.toNanos(), pause);
    last = alert;
    log.put(alert);
  }

  private Alert widened(Alert alert, Pause pause) {
    long from = Math.min(alert.fromNanos(), pause.fromNanos());
    long to = Math.max(alert.toNanos(), pause.toNanos());
    boolean tellsMore = pause.toNanos() - pause.fromNanos() > tellingNanos;
    return tellsMore
        ? alert(alert.id(), from, to, pause)
        : new Alert(
            alert.id(), AlertKind.PAUSE, 0, from, to, to - from, 0, alert.sentence(), alert.key());
  }

  private Alert alert(long id, long from, long to, Pause pause) {
    tellingNanos = pause.toNanos() - pause.fromNanos();
    return new Alert(id, AlertKind.PAUSE, 0, from, to, to - from, 0, sentence(pause), key(pause));
  }

  private static AlertKey key(Pause pause) {
    return new AlertKey(AlertKind.PAUSE, "", pause.cause().name().toLowerCase(Locale.ROOT));
  }

  private static String sentence(Pause pause) {
    String why =
        switch (pause.cause()) {
          case GC -> "garbage collection";
          case SAFEPOINT -> "safepoint";
          case FROZEN -> "frozen from outside (debugger, stop signal or suspended machine)";
        };
    return "The JVM stood still for "
        + Durations.text(pause.toNanos() - pause.fromNanos())
        + ": "
        + why
        + (pause.detail().isEmpty() ? "" : " (" + pause.detail() + ")");
  }
}
