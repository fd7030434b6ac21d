package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up times by cause, with what was seen, and makes shares of them. */
final class ShareTally {

  /** A part of the time that is not worth a share of its own. */
  private static final double NEGLIGIBLE = 0.02;

  private final Map<Cause, Sum> sums = new EnumMap<>(Cause.class);
  private final Set<Observation> samples = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Observation current;
  private double ableNanos;
  private double ranNanos;

  /** What is known of one cause. */
  private static final class Sum {
    double nanos;
    double most;
    final Set<Observation> samples = Collections.newSetFromMap(new IdentityHashMap<>());
    String seen = "";
    String subject = "";
  }

  /** What is told next is about the time that this sample stands for. */
  void about(Observation observation) {
    samples.add(observation);
    current = observation;
  }

  /** A sample saw a thread able to run, and for so much of the time it did. */
  void able(double nanos, double ran) {
    ableNanos += nanos;
    ranNanos += ran;
  }

  /** The current sample saw this cause, and it took so long. */
  void seen(SampleCause cause, double nanos) {
    if (current != null) {
      sums.computeIfAbsent(cause.cause(), any -> new Sum()).samples.add(current);
    }
    add(cause.cause(), nanos, cause.seen(), cause.subject());
  }

  /** It was not seen but measured. */
  void add(Cause cause, double nanos, String evidence, String subject) {
    if (nanos <= 0) {
      return;
    }
    Sum sum = sums.computeIfAbsent(cause, any -> new Sum());
    sum.nanos += nanos;
    if (nanos > sum.most) {
      sum.most = nanos;
      sum.seen = evidence;
      sum.subject = subject;
    }
  }

  void starved(double nanos) {
    add(Cause.STARVED, nanos, "ready to run, waiting for a free processor", "");
  }

  void safepoints(double nanos) {
    add(Cause.SAFEPOINT, nanos, "in JVM safepoints other than garbage collection", "");
  }

  /** All causes that took noticeable time, largest first; together exactly {@code total}. */
  List<Share> divide(long total) {
    double all = sums.values().stream().mapToDouble(sum -> sum.nanos).sum();
    List<Share> shares = new ArrayList<>();
    sums.forEach(
        (cause, sum) -> {
          if (sum.nanos > all * NEGLIGIBLE) {
            shares.add(new Share(cause, Math.round(sum.nanos), evidence(cause, sum), sum.subject));
          }
        });
    shares.sort(Comparator.comparingLong(Share::nanos).reversed());
    if (!shares.isEmpty()) {
      long told = shares.stream().mapToLong(Share::nanos).sum();
      Share first = shares.get(0);
      shares.set(
          0,
          new Share(
              first.cause(), first.nanos() + total - told, first.evidence(), first.subject()));
    }
    return shares;
  }

  private String evidence(Cause cause, Sum sum) {
    if (cause == Cause.STARVED || cause == Cause.SAFEPOINT) {
      return sum.seen.contains(" ms") ? sum.seen : millis(sum.nanos) + ' ' + sum.seen;
    }
    if (sum.samples.isEmpty()) {
      return sum.seen;
    }
    String evidence = sum.samples.size() + " of " + samples.size() + " samples " + sum.seen;
    return cause == Cause.CPU && ableNanos > 0
        ? evidence + ", " + Math.round(100 * ranNanos / ableNanos) + " % on a CPU"
        : evidence;
  }

  static String millis(double nanos) {
    long tenths = Math.round(nanos / 1e5); // a format costs more than all the rest
    return tenths / 10 + "." + tenths % 10 + " ms";
  }
}
