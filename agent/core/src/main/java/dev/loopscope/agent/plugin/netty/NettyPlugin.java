package dev.loopscope.agent.plugin.netty;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.Detail;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.Uncovered;
import dev.loopscope.agent.plugin.selector.SelectorPlugin;
import java.util.List;

/**
 * Netty 4.1 and 4.2, NIO and native epoll, shaded or not.
 *
 * <p>The classes whose methods are always on a loop's stack ({@code NioEventLoop}, {@code
 * EpollEventLoop}, {@code SingleThreadIoEventLoop}) are left alone: a hook in a running method
 * never takes effect and the method would not be compiled again.
 */
public final class NettyPlugin implements Plugin {
  static final String NAME = "netty";
  private static final String CHANNELS = "channels";
  static final String CONCURRENT = "io/netty/util/concurrent/";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "Netty";
  }

  @Override
  public String versionFile() {
    return "io.netty.versions.properties";
  }

  @Override
  public List<Point> points() {
    return Point.all(
        NettyTaskPoints.all(),
        NettyTimerPoints.all(),
        NettyPollPoints.all(),
        List.of(SelectorPlugin.select(NAME)));
  }

  @Override
  public List<Detail> details() {
    return List.of(
        new Detail(
            CHANNELS,
            "the ten handlers on whose channels each loop spends most of its I/O time",
            "one reading of the clock and about 50 ns more for each turn of a channel"));
  }

  @Override
  public List<Point> pointsOf(String detail) {
    return detail.equals(CHANNELS) ? NettyPollPoints.turns() : List.of();
  }

  @Override
  public List<String> internalTypes() {
    // wake-up and no-op tasks, which a loop puts into its own queue
    return List.of(
        "io.netty.util.concurrent.AbstractScheduledEventExecutor$",
        "io.netty.util.concurrent.SingleThreadEventExecutor$");
  }

  @Override
  public List<Uncovered> uncovered() {
    String note =
        "the tasks of these event loops are seen, their waits and I/O are not: such a loop counts"
            + " as busy in its tasks alone";
    String channel = "io.netty.channel.";
    return List.of(
        Uncovered.where(channel + "uring.IoUringIoHandler", "io_uring transport", note),
        Uncovered.where(channel + "kqueue.KQueueIoHandler", "kqueue transport", note),
        Uncovered.where(channel + "kqueue.KQueueEventLoop", "kqueue transport", note),
        Uncovered.where(
            "shaded.netty.util.concurrent.SingleThreadEventExecutor",
            "tasks of a renamed copy",
            "shading left nothing of this copy's names: its loops are seen as selector loops, if at"
                + " all"));
  }

  @Override
  public List<LoopFrame> loopFrames() {
    String handlers = "io.netty.channel.";
    return List.of(
        loop("io.netty.channel.nio.NioEventLoop", "netty-nio"),
        loop(handlers + "epoll.EpollEventLoop", "netty-epoll"),
        new LoopFrame(handlers + "nio.NioIoHandler", "run", "netty-nio", KindRank.CERTAIN),
        new LoopFrame(handlers + "epoll.EpollIoHandler", "run", "netty-epoll", KindRank.CERTAIN),
        new LoopFrame(
            "io.netty.util.concurrent.DefaultEventExecutor",
            "run",
            "netty-executor",
            KindRank.TASKS));
  }

  private static LoopFrame loop(String className, String kind) {
    return new LoopFrame(className, "run", kind, KindRank.CERTAIN);
  }
}
