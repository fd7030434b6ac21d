package dev.loopscope.agent.plugin.netty;

import static dev.loopscope.agent.plugin.netty.NettyPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.netty.NettyPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.probe.LoopscopeTimers;
import java.util.List;

/** A Netty timer: its command is wrapped when it is set, its lateness known when it runs. */
final class NettyTimerPoints {
  private static final String SCHEDULER = CONCURRENT + "AbstractScheduledEventExecutor";
  private static final String TIMER = CONCURRENT + "ScheduledFutureTask";
  private static final String FUTURE = "Lio/netty/util/concurrent/ScheduledFuture;";
  private static final String UNIT = "Ljava/util/concurrent/TimeUnit;";
  private static final Argument COMMAND = new Argument.Parameter(0);

  private NettyTimerPoints() {}

  static List<Point> all() {
    return List.of(
        once("Ljava/lang/Runnable;", "once"),
        once("Ljava/util/concurrent/Callable;", "onceCalled"),
        periodic("scheduleAtFixedRate"),
        periodic("scheduleWithFixedDelay"),
        Point.at(NAME, "timer set", SCHEDULER, "schedule", "(L" + TIMER + ";)" + FUTURE)
            .onReturn(HookCall.to(LoopscopeTimers.class, "scheduled")),
        run());
  }

  private static Point once(String command, String hook) {
    return Point.at(
            NAME,
            "where a timer comes from",
            SCHEDULER,
            "schedule",
            "(" + command + "J" + UNIT + ")" + FUTURE)
        .onEnter(
            HookCall.to(
                    LoopscopeTimers.class,
                    hook,
                    COMMAND,
                    new Argument.Parameter(1),
                    new Argument.Parameter(2))
                .storedTo(0));
  }

  private static Point periodic(String method) {
    return Point.at(
            NAME,
            "where a periodic timer comes from",
            SCHEDULER,
            method,
            "(Ljava/lang/Runnable;JJ" + UNIT + ")" + FUTURE)
        .onEnter(HookCall.to(LoopscopeTimers.class, "periodic", COMMAND).storedTo(0));
  }

  private static Point run() {
    return Point.at(NAME, "timer run and lateness", TIMER, "run", "()V")
        .onEnter(
            HookCall.to(
                LoopscopeTimers.class,
                "run",
                new Argument.This(),
                new Argument.Field("deadlineNanos", "J"),
                new Argument.Invoke("delayNanos", "()J"),
                // Netty counts its deadlines from the time its first class was loaded
                new Argument.InvokeStatic(SCHEDULER, "initialNanoTime", "()J"),
                new Argument.Invoke("isCancelled", "()Z")))
        .onReturn(NettyTaskPoints.ENDED);
  }
}
