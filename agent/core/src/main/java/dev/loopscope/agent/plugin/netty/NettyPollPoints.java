package dev.loopscope.agent.plugin.netty;

import static dev.loopscope.agent.plugin.netty.NettyPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.netty.NettyPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeChannels;
import dev.loopscope.agent.probe.LoopscopePolls;
import dev.loopscope.agent.probe.LoopscopeTurns;
import java.util.List;

/** Where a Netty loop waits, and where it turns from channels to tasks. */
final class NettyPollPoints {
  private static final String EXECUTOR = CONCURRENT + "SingleThreadEventExecutor";
  private static final String CHANNEL = "io/netty/channel/";
  private static final String EPOLL = CHANNEL + "epoll/Native";
  private static final String DESCRIPTOR = "Lio/netty/channel/unix/FileDescriptor;";
  private static final String EVENTS = "Lio/netty/channel/epoll/EpollEventArray;";
  private static final String WAIT = "epollWait";

  /** Where native epoll loops keep the number of their channels: 4.1, 4.2. */
  private static final String CHANNEL_COUNTS = "channels.size|ioHandler.numChannels";

  /** From the object whose channel is ready to the last handler; a closed channel has none. */
  private static final String HANDLER = "this$0.pipeline.tail.prev.handler|this$0";

  private static final String NIO_BYTES = "nio/AbstractNioByteChannel$NioByteUnsafe";
  private static final String NIO_MESSAGES = "nio/AbstractNioMessageChannel$NioMessageUnsafe";
  private static final String EPOLL_STREAM = "epoll/AbstractEpollStreamChannel$EpollStreamUnsafe";
  private static final String EPOLL_SERVER =
      "epoll/AbstractEpollServerChannel$EpollServerSocketUnsafe";
  private static final String READ = "read";
  private static final String EPOLL_READ = "epollInReady";
  private static final HookCall CHANNEL_BEGINS = HookCall.to(LoopscopePolls.class, "channel");

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
        channelRead(NIO_BYTES, READ, CHANNEL_BEGINS),
        channelRead(NIO_MESSAGES, READ, CHANNEL_BEGINS),
        channelRead(EPOLL_STREAM, EPOLL_READ, CHANNEL_BEGINS));
  }

  /** Whose turn it is. */
  static List<Point> turns() {
    HookCall turn =
        HookCall.to(
            LoopscopeTurns.class, "turn", new Argument.This(), new Argument.Constant(HANDLER));
    return List.of(
        channelRead(NIO_BYTES, READ, turn),
        channelRead(NIO_MESSAGES, READ, turn),
        channelRead(EPOLL_STREAM, EPOLL_READ, turn),
        channelRead(EPOLL_SERVER, EPOLL_READ, turn));
  }

  /** Where the turn of one ready channel begins; the loops themselves must not be touched. */
  private static Point channelRead(String className, String method, HookCall begins) {
    return Point.at(NAME, "channel read", CHANNEL + className, method, "()V").onEnter(begins);
  }

  private static Point batch(String descriptor) {
    HookCall end = HookCall.to(LoopscopePolls.class, "batchExit");
    return Point.at(NAME, "end of the I/O phase, tasks", EXECUTOR, "runAllTasks", descriptor)
        .onEnter(
            HookCall.to(
                LoopscopePolls.class,
                "batchEnter",
                new Argument.Constant("netty-nio"),
                new Argument.Constant(KindRank.TASKS_AND_SELECTOR),
                new Argument.Copy()),
            HookCall.to(
                LoopscopeChannels.class,
                "keeper",
                new Argument.This(),
                new Argument.Constant(CHANNEL_COUNTS)))
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
                new Argument.Constant(KindRank.CERTAIN),
                new Argument.Copy()))
        .onReturn(HookCall.to(LoopscopePolls.class, exit, new Argument.Returned()))
        .onThrow(HookCall.to(LoopscopePolls.class, "exit", new Argument.Constant(0)));
  }
}
