package dev.loopscope.agent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two servers, measured in turns, one right after the other. */
final class HttpTurns {
  private static final double MICRO_NANOS = 1e3;

  private final List<Usage> first = new ArrayList<>();
  private final List<Usage> second = new ArrayList<>();

  /**
   * What a server did in a while.
   *
   * @param cpuNanos CPU time of the whole process
   * @param compilerNanos what of it the JVM's compilers used
   * @param loopNanos what of it the server's loops used
   * @param nanos how long the while was
   */
  record Usage(long requests, long cpuNanos, long compilerNanos, long loopNanos, long nanos) {
    Usage since(Usage earlier) {
      return new Usage(
          requests - earlier.requests,
          cpuNanos - earlier.cpuNanos,
          compilerNanos - earlier.compilerNanos,
          loopNanos - earlier.loopNanos,
          nanos - earlier.nanos);
    }

    double per(double total) {
      return total / requests;
    }

    double rate() {
      return (double) requests / nanos;
    }
  }

  /** Whose CPU time is told by request. */
  enum Part {
    PROCESS("CPU of the whole process, the agent's threads included, budget 1.02") {
      @Override
      double of(Usage usage) {
        return usage.per((double) usage.cpuNanos());
      }
    },
    WITHOUT_COMPILERS("the same without the JVM's compilers") {
      @Override
      double of(Usage usage) {
        return usage.per((double) usage.cpuNanos() - usage.compilerNanos());
      }
    },
    LOOPS("CPU of the server's loops alone") {
      @Override
      double of(Usage usage) {
        return usage.per((double) usage.loopNanos());
      }
    };

    private final String words;

    Part(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    abstract double of(Usage usage);
  }

  void add(Usage never, Usage visited) {
    first.add(never);
    second.add(visited);
  }

  String firstMicros() {
    return Numbers.of(first.stream().map(usage -> Part.PROCESS.of(usage) / MICRO_NANOS).toList())
        .spread("%.2f");
  }

  /** The second server's CPU by request over the first one's. */
  String ratio(Part part) {
    return Numbers.of(ratios(part::of)).spread("%.3f");
  }

  /** The same, over what it was before. */
  String ratio(Part part, HttpTurns before) {
    return relative(ratios(part::of), before.ratios(part::of));
  }

  String rate(HttpTurns before) {
    return relative(ratios(Usage::rate), before.ratios(Usage::rate));
  }

  private List<Double> ratios(ToDoubleFunction<Usage> what) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      ratios.add(what.applyAsDouble(second.get(i)) / what.applyAsDouble(first.get(i)));
    }
    return ratios;
  }

  private static String relative(List<Double> ratios, List<Double> before) {
    double base = Numbers.of(before).median();
    return Numbers.of(ratios.stream().map(ratio -> ratio / base).toList()).spread("%.3f");
  }
}
