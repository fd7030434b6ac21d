package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import java.util.List;

/**
 * Virtual threads that kept their carrier while they waited: {@code "A virtual thread kept
 * ForkJoinPool-1-worker-2 for 120 ms in Object.wait, called by Store.load (Store.java:12): monitor
 * held"}. Those of ten seconds that the same line pinned on the same carrier are one alert.
 */
final class PinnedRule implements AlertRule {

  private final Trace trace;
  private final LoopNames names;
  private final RuleLimits limits;
  private final StandStills standStills;
  private final RaisedAlerts log;
  private final RecentEvents<Pinned> recent;

  PinnedRule(
      Trace trace, LoopNames names, RuleLimits limits, StandStills standStills, RaisedAlerts log) {
    this.trace = trace;
    this.names = names;
    this.limits = limits;
    this.standStills = standStills;
    this.log = log;
    recent = new RecentEvents<>(log, Pinned::fromNanos, Pinned::toNanos);
  }

  @Override
  public void accept(Frame frame) {
    if (frame instanceof Pinned pinned && limits.isEnabled(AlertKind.PINNED)) {
      boolean tooLong =
          pinned.toNanos() - pinned.fromNanos() >= limits.of(AlertKind.PINNED, pinned.carrier());
      if (tooLong && !standStills.explain(pinned.fromNanos(), pinned.toNanos())) {
        put(recent.add(pinned.carrier(), what(pinned), pinned));
      }
    } else if (frame instanceof Pause pause) {
      recent.excuse(pause, standStills).forEach(this::put);
    }
  }

  private void put(RecentEvents.Window<Pinned> window) {
    log.put(
        new Alert(
            window.alert,
            AlertKind.PINNED,
            window.loop,
            window.fromNanos(),
            window.toNanos(),
            window.worstNanos(),
            0,
            sentence(window),
            names.key(AlertKind.PINNED, window.loop, window.what)));
  }

  /** The culprit; where there is none, what the JVM says. */
  private String what(Pinned pinned) {
    List<StackFrame> frames = frames(pinned);
    int blamed = pinned.culpritFrame();
    return blamed >= 0 && blamed < frames.size()
        ? frames.get(blamed).className() + "." + frames.get(blamed).method()
        : pinned.reason();
  }

  private List<StackFrame> frames(Pinned pinned) {
    Stack stack = pinned.stack() == 0 ? null : trace.stack(pinned.stack());
    return stack == null ? List.of() : stack.frames();
  }

  private String sentence(RecentEvents.Window<Pinned> window) {
    Pinned worst = window.worst();
    String carrier = window.loop == 0 ? "a carrier" : names.name(window.loop);
    String longest = Durations.text(window.worstNanos());
    return (window.count() == 1
            ? "A virtual thread kept " + carrier + " for " + longest
            : Counts.text(window.count())
                + " virtual threads kept "
                + carrier
                + " while they waited, the longest "
                + longest)
        + place(worst)
        + (worst.reason().isEmpty() ? "" : ": " + CodeNames.withoutPackages(worst.reason()));
  }

  private String place(Pinned pinned) {
    List<StackFrame> frames = frames(pinned);
    int blamed = pinned.culpritFrame();
    if (frames.isEmpty()) {
      return "";
    } else if (blamed > 0 && blamed < frames.size()) {
      return " in "
          + CodeNames.method(frames.get(blamed - 1))
          + ", called by "
          + CodeNames.frame(frames.get(blamed));
    }
    return " in " + CodeNames.frame(frames.get(0));
  }
}
