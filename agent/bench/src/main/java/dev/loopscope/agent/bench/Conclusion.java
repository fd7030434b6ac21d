package dev.loopscope.agent.bench;

import java.util.Locale;

/**
 * Whether a ratio changed by more than it differs from turn to turn.
 *
 * @param before what it was turn by turn, without what is to be judged
 * @param after the same afterwards
 */
record Conclusion(Numbers before, Numbers after) {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  /** Median after over median before. */
  double change() {
    return after.median() / before.median();
  }

  /** The middle eight tenths of the turns before lie above this, as a change from their median. */
  double noiseFrom() {
    return before.quantile(LOW) / before.median();
  }

  /** The middle eight tenths of the turns before lie below this. */
  double noiseTo() {
    return before.quantile(HIGH) / before.median();
  }

  private String verdict() {
    if (!Double.isFinite(change() + noiseFrom() + noiseTo())) {
      return "no answer: nothing was done in some turns, so take longer ones";
    }
    if (change() < noiseFrom()) {
      return "below noise";
    }
    return change() > noiseTo() ? "above noise" : "within noise";
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.3f (noise %.3f to %.3f), %s", change(), noiseFrom(), noiseTo(), verdict());
  }
}
