package dev.loopscope.agent.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A few measurements of one thing, put in words. */
final class Numbers {
  private final double[] values;

  private Numbers(double[] values) {
    this.values = values;
  }

  static Numbers of(List<Double> values) {
    return new Numbers(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double median() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The measured value that this share of all does not exceed, from 0 to 1. */
  double quantile(double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  double least() {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  double most() {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  /** Median, and between which values it lies. */
  String spread(String format) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ", n=%d)",
        median(),
        least(),
        most(),
        values.length);
  }
}
