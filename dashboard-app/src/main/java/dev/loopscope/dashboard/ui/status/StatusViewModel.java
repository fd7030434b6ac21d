package dev.loopscope.dashboard.ui.status;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Stats;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The facts of the status bar, a few times a second. */
public final class StatusViewModel {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * What the bar says.
   *
   * @param phase stage of the session
   * @param message the session's own sentence; may be empty
   * @param progress 0 to 1 while opening, negative when not known
   * @param facts for example {@code "124k runs/s · 0 lost · agent 0.4 % of a core · 61 MB kept"}
   * @param lost how many runs were lost
   * @param errors how many errors the agent swallowed
   * @param lastError the last of them in words
   */
  public record Facts(
      Phase phase,
      String message,
      double progress,
      String facts,
      long lost,
      long errors,
      String lastError) {}

  private final Confinement confinement = new Confinement();
  private final Session session;
  private final RunRate rate = new RunRate();
  private final ReadOnlyObjectWrapper<Facts> facts;

  public StatusViewModel(Session session) {
    this.session = session;
    facts = new ReadOnlyObjectWrapper<>(read());
  }

  public void refresh() {
    confinement.check();
    facts.set(read());
  }

  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  private Facts read() {
    Trace trace = session.trace();
    SessionStatus status = session.status();
    Stats stats = trace.stats();
    long runs = 0;
    long lost = 0;
    for (LoopInfo loop : trace.loops()) {
      LoopState state = loop.state();
      if (state != null) {
        runs += state.totals().finished();
        lost += state.totals().lost();
      }
    }
    if (stats != null) {
      lost = Math.max(lost, stats.lost());
    }
    String text =
        rate(status.phase(), sinceAttach(trace), runs)
            + " · "
            + Format.count((double) lost)
            + " lost"
            + cost(trace.hello(), stats)
            + " · "
            + Format.bytes(trace.memoryBytes())
            + " kept";
    return new Facts(
        status.phase(),
        status.message(),
        status.progress(),
        text,
        lost,
        stats == null ? 0 : stats.errors(),
        stats == null ? "" : stats.lastError());
  }

  /** The time in which the agent counted, also where a recording is only a part of it. */
  private static TimeSpan sinceAttach(Trace trace) {
    TimeSpan known = trace.extent();
    Hello hello = trace.hello();
    return hello == null || hello.attachedNanos() > known.toNanos()
        ? known
        : new TimeSpan(hello.attachedNanos(), known.toNanos());
  }

  /** Now while live; over the whole session otherwise. */
  private String rate(Phase phase, TimeSpan extent, long runs) {
    rate.note(extent.toNanos(), runs);
    if (phase == Phase.LIVE) {
      return Format.count(rate.perSecond()) + " runs/s";
    }
    double average = extent.isEmpty() ? 0 : runs * NANOS_PER_SECOND / extent.lengthNanos();
    return Format.count((double) runs) + " runs, " + Format.count(average) + "/s on average";
  }

  private static String cost(@Nullable Hello hello, @Nullable Stats stats) {
    if (hello == null || stats == null || stats.atNanos() <= hello.attachedNanos()) {
      return "";
    }
    double spent = stats.agentCpuNanos() + (double) stats.hookNanosEstimate();
    double share = spent / (stats.atNanos() - hello.attachedNanos());
    return " · agent " + Format.percent(share) + " of a core";
  }
}
