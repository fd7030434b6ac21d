package dev.loopscope.agent.plugin.executor;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.Detail;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.plugin.Uncovered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionHandler;

/**
 * {@code ThreadPoolExecutor}, {@code ScheduledThreadPoolExecutor} and their futures. Nothing is
 * wrapped, since applications look into these queues; and {@code ThreadPoolExecutor} itself is
 * never touched, since a worker's loop would then stay uncompiled for good.
 */
public final class ExecutorPlugin implements Plugin {
  static final String NAME = "executor";
  static final String CONCURRENT = "java/util/concurrent/";

  private static final String ORIGINS = "pool-origins";
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String DELAYED =
      "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

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
    return Point.all(ScheduledPoints.all(), WorkerPoints.all(), FuturePoints.all());
  }

  @Override
  public List<Detail> details() {
    return List.of(
        new Detail(
            ORIGINS,
            "who gave a task to a thread pool, and how long it waited, when it is no future",
            "not measured yet: one look at the clock and one at a table for everything that any"
                + " part of the program puts into a blocking queue"));
  }

  @Override
  public List<Point> pointsOf(String detail) {
    return detail.equals(ORIGINS) ? WorkerPoints.origins() : List.of();
  }

  @Override
  public List<Source> sources(Set<String> details) {
    return List.of(new RefusedTasks());
  }

  @Override
  public List<Uncovered> uncovered() {
    return List.of(
        Uncovered.whereExtended(
            RejectedExecutionHandler.class,
            "tasks refused by a handler of the program's own",
            "only the handlers of the JDK count the tasks that they refuse"));
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(WorkerPoints.KIND, LIMIT_NANOS);
  }

  @Override
  public List<LoopFrame> loopFrames() {
    return List.of(
        new LoopFrame(POOL, "runWorker", WorkerPoints.KIND, KindRank.TASKS),
        new LoopFrame(DELAYED, "take", ScheduledPoints.KIND, KindRank.CERTAIN),
        new LoopFrame(DELAYED, "poll", ScheduledPoints.KIND, KindRank.CERTAIN));
  }
}
