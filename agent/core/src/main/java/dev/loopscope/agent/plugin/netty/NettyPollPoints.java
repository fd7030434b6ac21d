package dev.loopscope.agent.plugin.netty;

import static dev.loopscope.agent.plugin.netty.NettyPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.netty.NettyPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopePolls;
import java.util.List;

/** Where a Netty loop waits, and where it turns from channels to tasks. */
final class NettyPollPoints {
  private static final String EXECUTOR = CONCURRENT + "SingleThreadEventExecutor";
  private static final String CHANNEL = "io/netty/channel/";
  private static final String EPOLL = CHANNEL + "epoll/Native";
  private static final String DESCRIPTOR = "Lio/netty/channel/unix/FileDescriptor;";
  private static final String EVENTS = "Lio/netty/channel/epoll/EpollEventArray;";
  private static final String WAIT = "epollWait";

  private NettyPollPoints() {}

  static List<Point> all() {
    String waits = "(" + DESCRIPTOR + EVENTS;
    return List.of(
        batch("()Z"),
        batch("(J)Z"),
        epoll(WAIT, waits + DESCRIPTOR + "II)I", "exit"),
        epoll(WAIT, waits + DESCRIPTOR + "IIJ)J", "exitPacked"),
        epoll(WAIT, waits + "Z)I", "exit"),
        epoll(WAIT, waits + "I)I", "exit"),
        epoll("epollBusyWait", waits + ")I", "exit"),
        channel("nio/AbstractNioByteChannel$NioByteUnsafe", "read"),
        channel("nio/AbstractNioMessageChannel$NioMessageUnsafe", "read"),
        channel("epoll/AbstractEpollStreamChannel$EpollStreamUnsafe", "epollInReady"));
  }

  /** Where the turn of one ready channel begins; the loops themselves must not be touched. */
  private static Point channel(String className, String method) {
    return Point.at(NAME, "channel read", CHANNEL + className, method, "()V")
        .onEnter(HookCall.to(LoopscopePolls.class, "channel"));
  }

  private static Point batch(String descriptor) {
    HookCall end = HookCall.to(LoopscopePolls.class, "batchExit");
    return Point.at(NAME, "end of the I/O phase, tasks", EXECUTOR, "runAllTasks", descriptor)
        .onEnter(
            HookCall.to(
                LoopscopePolls.class,
                "batchEnter",
                new Argument.Constant("netty-nio"),
                new Argument.Constant(KindRank.TASKS_AND_SELECTOR)))
        .onReturn(end)
        .onThrow(end);
  }

  private static Point epoll(String method, String descriptor, String exit) {
    return Point.at(NAME, "wait in epoll, channels ready", EPOLL, method, descriptor)
        .onEnter(
            HookCall.to(
                LoopscopePolls.class,
                "enter",
                new Argument.Constant(null),
                new Argument.Constant("netty-epoll"),
                new Argument.Constant(KindRank.CERTAIN)))
        .onReturn(HookCall.to(LoopscopePolls.class, exit, new Argument.Returned()))
        .onThrow(HookCall.to(LoopscopePolls.class, "exit", new Argument.Constant(0)));
  }
}
