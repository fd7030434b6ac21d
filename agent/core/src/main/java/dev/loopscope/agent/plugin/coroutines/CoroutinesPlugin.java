package dev.loopscope.agent.plugin.coroutines;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import java.util.List;
import java.util.Map;

/**
 * {@code Dispatchers.Default} and {@code IO} of Kotlin's coroutines, with views of limited
 * parallelism, and the names of coroutines on any dispatcher. The class of the workers has their
 * loop and is never touched; their scheduler tells of each task.
 *
 * <p>Not seen: the thread behind {@code delay}, the loop of {@code runBlocking}, and that a
 * coroutine failed whose parent takes the failure.
 */
public final class CoroutinesPlugin implements Plugin {
  static final String NAME = "coroutines";
  static final String KIND = "coroutines-dispatcher";
  static final String COROUTINES = "kotlinx/coroutines/";

  /** The same threads serve for blocking work, so only what takes very long is told. */
  private static final long LIMIT_NANOS = 1_000_000_000L;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "Kotlin coroutines";
  }

  @Override
  public List<Point> points() {
    return Point.all(DispatcherPoints.all(), ContinuationPoints.all());
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(KIND, LIMIT_NANOS);
  }

  @Override
  public List<LoopFrame> loopFrames() {
    String worker = "kotlinx.coroutines.scheduling.CoroutineScheduler$Worker";
    return List.of(new LoopFrame(worker, "runWorker", KIND, KindRank.CERTAIN));
  }
}
