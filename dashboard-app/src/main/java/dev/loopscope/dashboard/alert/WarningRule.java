package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Warning;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the watched program's own framework warned of, beside what Loopscope says of the same stall:
 * {@code "Vert.x BlockedThreadChecker warned of eventloop-1: blocked for 2 s"}. A warning that
 * comes right after the JVM stood still, on a loop that nothing blocks, blames code for it and is
 * no alert.
 */
final class WarningRule implements AlertRule {

  /** A checker looks once in a while, so its words may come so long after a pause. */
  private static final long AFTERMATH_NANOS = 5_000_000_000L;

  private static final int MAX_WORDS = 160;
  private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)?");

  private final LoopNames names;
  private final RuleLimits limits;
  private final RaisedAlerts log;
  private final Windows windows;
  private final Map<Integer, Stall> stalls = new HashMap<>();
  private long stoodStillUntil = Long.MIN_VALUE / 2;

  WarningRule(LoopNames names, RuleLimits limits, RaisedAlerts log) {
    this.names = names;
    this.limits = limits;
    this.log = log;
    windows = new Windows(log);
  }

  @Override
  public void accept(Frame frame) {
    if (frame instanceof Stall stall && stall.loop() != 0) {
      stalls.put(stall.loop(), stall);
    } else if (frame instanceof Pause pause) {
      if (pause.toNanos() - pause.fromNanos() >= limits.of(AlertKind.PAUSE, 0)) {
        stoodStillUntil = Math.max(stoodStillUntil, pause.toNanos());
      }
    } else if (frame instanceof Warning warning && limits.isEnabled(AlertKind.WARNING)) {
      Stall stall = stall(warning);
      if (stall != null || warning.atNanos() - stoodStillUntil > AFTERMATH_NANOS) {
        warned(warning, stall == null ? 0 : stall.id());
      }
    }
  }

  /** The stall that it may speak of: one that lasts or has just ended. */
  private @Nullable Stall stall(Warning warning) {
    Stall last = stalls.get(warning.loop());
    boolean fits =
        last != null && (last.isOpen() || warning.atNanos() - last.endNanos() <= AFTERMATH_NANOS);
    return fits ? last : null;
  }

  private void warned(Warning warning, long stall) {
    String what =
        warning.source() + ": " + NUMBERS.matcher(shortened(warning.text())).replaceAll("#");
    Windows.Window window =
        windows.add(warning.loop(), warning.atNanos(), warning.atNanos(), 1, what);
    log.put(
        new Alert(
            window.alert,
            AlertKind.WARNING,
            warning.loop(),
            window.fromNanos,
            window.toNanos,
            0,
            stall,
            sentence(warning, window),
            names.key(AlertKind.WARNING, warning.loop(), what)));
  }

  private String sentence(Warning warning, Windows.Window window) {
    String whom = warning.loop() == 0 ? "" : " of " + names.name(warning.loop());
    String text = shortened(warning.text());
    return (warning.source().isEmpty() ? "The framework" : warning.source())
        + " warned"
        + whom
        + (window.count == 1 ? "" : " " + Counts.text(window.count) + " times, last")
        + (text.isEmpty() ? "" : ": " + text);
  }

  /** The first line: a stack is beside it anyway, and better. */
  private static String shortened(String text) {
    String line = text.strip();
    int end = line.indexOf('\n');
    line = end < 0 ? line : line.substring(0, end).strip();
    return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS - 1) + "…";
  }
}
