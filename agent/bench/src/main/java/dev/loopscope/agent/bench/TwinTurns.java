package dev.loopscope.agent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Throughput of one twin over that of the other, in short turns, one right after the other. */
final class TwinTurns {
  private final List<Double> byTime = new ArrayList<>();
  private final List<Double> byCpu = new ArrayList<>();
  private final List<Double> neverByCpu = new ArrayList<>();

  /** Measures so many turns of each; which is first changes each time. */
  static TwinTurns measure(Twin never, Twin visited, long turns, long millis) throws Exception {
    TwinTurns measured = new TwinTurns();
    measured.measureMore(never, visited, turns, millis);
    return measured;
  }

  /** Measures so many turns of each besides. */
  void measureMore(Twin never, Twin visited, long turns, long millis) throws Exception {
    for (int i = 0; i < turns; i++) {
      boolean neverFirst = i % 2 == 0;
      Twin.Usage first = (neverFirst ? never : visited).measure(millis);
      Twin.Usage second = (neverFirst ? visited : never).measure(millis);
      add(neverFirst ? first : second, neverFirst ? second : first);
    }
  }

  void add(Twin.Usage never, Twin.Usage visited) {
    byTime.add(ratio(never, visited, Twin.Usage::byTime));
    byCpu.add(ratio(never, visited, Twin.Usage::byCpu));
    neverByCpu.add(never.byCpu());
  }

  private static double ratio(
      Twin.Usage never, Twin.Usage visited, ToDoubleFunction<Twin.Usage> what) {
    return what.applyAsDouble(visited) / what.applyAsDouble(never);
  }

  /** Work done in a second. */
  Numbers byTime() {
    return Numbers.of(byTime);
  }

  /** Work done in a second of CPU time, which other programs hardly change. */
  Numbers byCpu() {
    return Numbers.of(byCpu);
  }

  /** Work that the twin without the agent did in a nanosecond of CPU time. */
  Numbers neverByCpu() {
    return Numbers.of(neverByCpu);
  }
}
