package dev.loopscope.agent.plugin.executor;

import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopePoolWorkers;
import java.util.ArrayList;
import java.util.List;

/** A thread pool's worker: locked while it runs a task, and before that at the pool's queue. */
final class WorkerPoints {
  static final String KIND = "thread-pool";

  private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
  private static final String WORKER = POOL + "$Worker";
  private static final List<String> QUEUES =
      List.of(
          "LinkedBlockingQueue", "SynchronousQueue", "ArrayBlockingQueue", "PriorityBlockingQueue");
  private static final List<String> HANDLERS =
      List.of("AbortPolicy", "CallerRunsPolicy", "DiscardPolicy", "DiscardOldestPolicy");

  private static final Argument THREAD = new Argument.Field("thread", "Ljava/lang/Thread;");
  private static final Argument FIRST = new Argument.Field("firstTask", "Ljava/lang/Runnable;");
  private static final Argument OWN_POOL = new Argument.Field("this$0", 'L' + POOL + ';');
  private static final Argument KIND_NAME = new Argument.Constant(KIND);
  private static final Argument RANK = new Argument.Constant(KindRank.TASKS);

  private WorkerPoints() {}

  static List<Point> all() {
    List<Point> points = new ArrayList<>();
    points.add(
        Point.at(NAME, "worker made", WORKER, "<init>", "")
            .onReturn(HookCall.to(LoopscopePoolWorkers.class, "made", FIRST)));
    points.add(
        Point.at(NAME, "worker started, ended by a failure", WORKER, "run", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopePoolWorkers.class, "started", OWN_POOL, FIRST, KIND_NAME, RANK))
            .onThrow(HookCall.to(LoopscopePoolWorkers.class, "died")));
    points.add(
        Point.at(NAME, "task begun", WORKER, "lock", "()V")
            .onReturn(
                HookCall.to(
                    LoopscopePoolWorkers.class, "locked", THREAD, OWN_POOL, KIND_NAME, RANK)));
    points.add(
        Point.at(NAME, "task ended", WORKER, "unlock", "()V")
            .onEnter(HookCall.to(LoopscopePoolWorkers.class, "unlocked", THREAD)));
    for (String queue : QUEUES) {
      points.add(taken(queue, "take", "()Ljava/lang/Object;"));
      points.add(taken(queue, "poll", "(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;"));
    }
    for (String handler : HANDLERS) {
      points.add(
          Point.at(
                  NAME,
                  "task refused",
                  POOL + '$' + handler,
                  "rejectedExecution",
                  "(Ljava/lang/Runnable;L" + POOL + ";)V")
              .onEnter(
                  HookCall.to(LoopscopePoolWorkers.class, "refused", new Argument.Parameter(1))));
    }
    return points;
  }

  private static Point taken(String queue, String method, String descriptor) {
    return Point.at(NAME, "type of a task", CONCURRENT + queue, method, descriptor)
        .onEnter(HookCall.to(LoopscopePoolWorkers.class, "waits"))
        .onReturn(HookCall.to(LoopscopePoolWorkers.class, "took", new Argument.Returned()));
  }

  /** Where a task comes from that is no future: whatever enters a blocking queue. */
  static List<Point> origins() {
    return QUEUES.stream()
        .map(
            queue ->
                Point.at(
                        NAME,
                        "where a task comes from, and its wait",
                        CONCURRENT + queue,
                        "offer",
                        "(Ljava/lang/Object;)Z")
                    .onEnter(
                        HookCall.to(
                            LoopscopePoolWorkers.class, "given", new Argument.Parameter(0))))
        .toList();
  }
}
