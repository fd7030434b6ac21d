package dev.loopscope.agent.scenario.stage;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts that blame code for a stall, by the dashboard's rule: none when the JVM stood still
 * for most of the time, by the stall's own shares or by the pauses told. Neither is code blamed
 * when mostly others had the CPU and without that wait the limit would have held: the line that is
 * named then is where the loop stood.
 */
public final class CodeAlerts {

  private final List<Pause> pauses = new ArrayList<>();
  private final Map<Long, Stall> last = new LinkedHashMap<>();
  private final List<Stall> raised = new ArrayList<>();

  /** The alerts about the time between the two moments in frames as they came. */
  public CodeAlerts(List<Frame> frames, long fromNanos, long toNanos) {
    for (Frame frame : frames) {
      if (frame instanceof Pause pause) {
        pauses.add(pause);
      } else if (frame instanceof Stall stall
          && stall.run().startNanos() < toNanos
          && until(stall) > fromNanos) {
        boolean known = last.put(stall.id(), stall) != null;
        if (!known && blamesCode(stall)) {
          raised.add(stall);
        }
      }
    }
  }

  /** Those that are left when all is known. */
  public List<Stall> standing() {
    return last.values().stream().filter(this::blamesCode).toList();
  }

  /** How many were raised at their first sight, also those taken back later. */
  public int raised() {
    return raised.size();
  }

  /** What was said of these at first sight, for people; empty when there are none. */
  public String raisedWords() {
    return raised.isEmpty() ? "" : ", at first sight " + raised;
  }

  private boolean blamesCode(Stall stall) {
    long lasted = until(stall) - stall.run().startNanos();
    long paused = 0;
    long starved = 0;
    for (Stall.Share share : stall.shares()) {
      switch (share.cause()) {
        case GC, SAFEPOINT, FROZEN -> paused += share.nanos();
        case STARVED -> starved += share.nanos();
        default -> {}
      }
    }
    boolean mostlyStarved =
        !stall.shares().isEmpty() && stall.shares().get(0).cause() == Cause.STARVED;
    if (mostlyStarved && lasted - paused - starved < stall.limitNanos()) {
      return false;
    }
    return Math.max(paused, covered(stall.run().startNanos(), until(stall))) * 2 <= lasted;
  }

  private long covered(long from, long to) {
    long covered = 0;
    for (Pause pause : pauses) {
      covered += Math.max(0, Math.min(to, pause.toNanos()) - Math.max(from, pause.fromNanos()));
    }
    return covered;
  }

  private static long until(Stall stall) {
    long until = stall.isOpen() ? stall.detectedNanos() : stall.endNanos();
    for (Stall.Sample sample : stall.samples()) {
      until = stall.isOpen() ? Math.max(until, sample.atNanos()) : until;
    }
    return until;
  }
}
