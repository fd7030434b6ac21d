package dev.loopscope.agent.plugin.forkjoin;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.Uncovered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;

/**
 * {@code ForkJoinPool} and {@code CompletableFuture}. The pool's own class has the workers' loop
 * and is never touched: its queues tell what goes in, and what a worker takes up.
 */
public final class ForkJoinPlugin implements Plugin {
  static final String NAME = "forkjoin";
  static final String KIND = "forkjoin";
  static final String CONCURRENT = "java/util/concurrent/";

  /** A pool is there for what may take long, so only what takes very long is told. */
  private static final long LIMIT_NANOS = 1_000_000_000L;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "JDK";
  }

  @Override
  public List<Point> points() {
    return Point.all(ForkPoints.all(), StagePoints.all());
  }

  @Override
  public List<Uncovered> uncovered() {
    String what = "parts of divided computations, each";
    String note = "a part that its parent joins or helps with counts to the parent's run";
    return List.of(
        Uncovered.whereExtended(RecursiveAction.class, what, note),
        Uncovered.whereExtended(RecursiveTask.class, what, note),
        Uncovered.whereExtended(CountedCompleter.class, what, note));
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(KIND, LIMIT_NANOS);
  }

  @Override
  public List<LoopFrame> loopFrames() {
    String pool = "java.util.concurrent.ForkJoinPool";
    return List.of(new LoopFrame(pool, "runWorker", KIND, KindRank.TASKS));
  }
}
