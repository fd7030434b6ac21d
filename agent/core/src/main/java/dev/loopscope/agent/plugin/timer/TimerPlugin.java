package dev.loopscope.agent.plugin.timer;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopeFutures;
import dev.loopscope.agent.probe.LoopscopeTimerThreads;
import java.util.List;

/**
 * {@code java.util.Timer}: its thread's class has the loop and is never touched, so its queue tells
 * when a task begins and has ended. What a cancelled timer drops is not counted as cancelled.
 */
public final class TimerPlugin implements Plugin {
  private static final String NAME = "timer";
  private static final String KIND = "timer";
  private static final String QUEUE = "java/util/TaskQueue";
  private static final String TASK = "java/util/TimerTask";

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
    return List.of(
        Point.at(NAME, "timer set", QUEUE, "add", "(L" + TASK + ";)V")
            .onReturn(HookCall.to(LoopscopeTimerThreads.class, "set", new Argument.Parameter(0))),
        run("removeMin", "()V", false),
        run("rescheduleMin", "(J)V", true),
        Point.at(NAME, "timer's run ended", QUEUE, "isEmpty", "()Z")
            .onEnter(HookCall.to(LoopscopeTimerThreads.class, "looks")),
        Point.at(NAME, "timer ended by a failure", QUEUE, "clear", "()V")
            .onEnter(HookCall.to(LoopscopeTimerThreads.class, "emptied")),
        Point.at(NAME, "timer cancelled", TASK, "cancel", "()Z")
            .onReturn(HookCall.to(LoopscopeFutures.class, "cancelled", new Argument.Returned())));
  }

  private static Point run(String method, String descriptor, boolean again) {
    return Point.at(NAME, "timer's run begun, lateness", QUEUE, method, descriptor)
        .onEnter(
            HookCall.to(
                LoopscopeTimerThreads.class,
                "take",
                new Argument.Field("queue", "[L" + TASK + ';'),
                new Argument.Constant(again),
                new Argument.Constant(KIND),
                new Argument.Constant(KindRank.CERTAIN)));
  }

  @Override
  public List<LoopFrame> loopFrames() {
    return List.of(new LoopFrame("java.util.TimerThread", "mainLoop", KIND, KindRank.CERTAIN));
  }
}
