package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the time of a stall among its causes.
 *
 * <p>First the time in which the whole JVM stood still is taken out: it was measured. What is left
 * is divided by the samples: each stands for the stretch since the one before it, the last one also
 * for what came after. In a stretch whose sample was able to run, the CPU time the thread really
 * used is CPU; the rest of it is unknown.
 */
final class CauseShares {

  /** A part of the time in words and nanoseconds that is not worth a share of its own. */
  private static final double NEGLIGIBLE = 0.02;

  private final Map<Cause, Double> weights = new EnumMap<>(Cause.class);
  private final Map<Cause, Integer> samples = new EnumMap<>(Cause.class);
  private final Map<Cause, String> seen = new EnumMap<>(Cause.class);
  private double weightSum;
  private double cpuNanos;

  private CauseShares() {}

  /**
   * The causes of the time between start and end, largest first.
   *
   * @param endNanos when the run ended, or now
   * @param cpuAtNanos when {@code cpuNanos} was read, before the first sample; 0 if it was not
   * @param cpuNanos CPU time the thread had used by then
   */
  static List<Share> of(
      long startNanos,
      long endNanos,
      long cpuAtNanos,
      long cpuNanos,
      List<Observation> observations,
      PauseLog pauses) {
    CauseShares shares = new CauseShares();
    shares.weigh(startNanos, endNanos, cpuAtNanos, cpuNanos, observations);
    return shares.divide(startNanos, endNanos, observations.size(), pauses);
  }

  private void weigh(
      long startNanos, long endNanos, long cpuAt, long cpu, List<Observation> observations) {
    long from = startNanos;
    for (int i = 0; i < observations.size(); i++) {
      Observation observation = observations.get(i);
      long to = i == observations.size() - 1 ? endNanos : observation.atNanos();
      double cpuShare = cpuShare(cpuAt, cpu, observation);
      double weight = (double) Math.max(0, to - from);
      weighSample(SampleCause.of(observation.sample()), weight, cpuShare);
      from = observation.atNanos();
      if (observation.sample().cpuNanos() >= 0) {
        cpuAt = observation.atNanos();
        cpu = observation.sample().cpuNanos();
      }
    }
  }

  /** The part of the wall clock time since the last reading spent on a CPU, -1 unknown. */
  private static double cpuShare(long cpuAt, long cpu, Observation observation) {
    long wall = observation.atNanos() - cpuAt;
    if (cpuAt == 0 || cpu < 0 || observation.sample().cpuNanos() < 0 || wall <= 0) {
      return -1;
    }
    return Math.min(1, (double) (observation.sample().cpuNanos() - cpu) / (double) wall);
  }

  private void weighSample(SampleCause cause, double weight, double cpuShare) {
    boolean runnable = cause.cause() == Cause.CPU || cause.cause() == Cause.BLOCKING_IO;
    weightSum += weight;
    if (cause.cause() == Cause.CPU && cpuShare < 0) {
      note(Cause.UNKNOWN, weight, cause.seen() + ", CPU time unknown");
    } else if (cause.cause() == Cause.CPU || (runnable && cpuShare > 0.5)) {
      note(Cause.CPU, weight * cpuShare, cause.seen());
      weights.merge(Cause.UNKNOWN, weight * (1 - cpuShare), Double::sum);
      seen.putIfAbsent(Cause.UNKNOWN, cause.seen() + " without using the CPU");
      cpuNanos += weight * cpuShare;
    } else {
      note(cause.cause(), weight, cause.seen());
    }
  }

  private void note(Cause cause, double weight, String words) {
    weights.merge(cause, weight, Double::sum);
    samples.merge(cause, 1, Integer::sum);
    seen.putIfAbsent(cause, words);
  }

  private List<Share> divide(long startNanos, long endNanos, int sampleCount, PauseLog pauses) {
    List<Share> shares = new ArrayList<>();
    long total = Math.max(0, endNanos - startNanos);
    long left = total;
    for (Pause.Cause pause : Pause.Cause.values()) {
      long nanos = Math.min(left, pauses.overlapNanos(pause, startNanos, endNanos));
      if (nanos > 0) {
        shares.add(new Share(Cause.valueOf(pause.name()), nanos, pauseEvidence(pause, nanos)));
        left -= nanos;
      }
    }
    if (sampleCount == 0) {
      shares.add(new Share(Cause.UNKNOWN, left, "the run ended before it could be sampled"));
    } else {
      for (Map.Entry<Cause, Double> weight : weights.entrySet()) {
        double part = weightSum == 0 ? 1.0 / weights.size() : weight.getValue() / weightSum;
        if (part > NEGLIGIBLE) {
          Cause cause = weight.getKey();
          shares.add(new Share(cause, Math.round(left * part), evidence(cause, sampleCount)));
        }
      }
    }
    shares.sort(Comparator.comparingLong(Share::nanos).reversed());
    return shares;
  }

  private String evidence(Cause cause, int sampleCount) {
    String words = seen.getOrDefault(cause, "");
    Integer count = samples.get(cause);
    if (count == null) {
      return words;
    }
    String evidence = count + " of " + sampleCount + " samples " + words;
    return cause == Cause.CPU
        ? evidence + ", " + Math.round(cpuNanos * 100 / Math.max(1, cpuWeight())) + " % on a CPU"
        : evidence;
  }

  /** The time of the stretches whose samples were able to run. */
  private double cpuWeight() {
    return weights.getOrDefault(Cause.CPU, 0.0) + weights.getOrDefault(Cause.UNKNOWN, 0.0);
  }

  private static String pauseEvidence(Pause.Cause cause, long nanos) {
    String millis = String.format(java.util.Locale.ROOT, "%.1f ms", nanos / 1e6);
    return switch (cause) {
      case GC -> millis + " of garbage collection pauses";
      case SAFEPOINT -> millis + " of JVM safepoints other than garbage collection";
      case FROZEN -> "the whole process stood still for " + millis;
    };
  }
}
