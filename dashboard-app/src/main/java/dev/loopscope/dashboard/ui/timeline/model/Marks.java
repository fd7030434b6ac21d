package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Moments the user marked, in time order. */
public final class Marks {

  private final Confinement confinement = new Confinement();
  private final List<Long> moments = new ArrayList<>();
  private long version;

  /** Marks {@code nanos}, or takes away the mark that is within {@code toleranceNanos} of it. */
  public void toggle(long nanos, long toleranceNanos) {
    confinement.check();
    if (!moments.removeIf(moment -> Math.abs(moment - nanos) <= toleranceNanos)) {
      moments.add(nanos);
      Collections.sort(moments);
    }
    version++;
  }

  public List<Long> moments() {
    return List.copyOf(moments);
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }
}
