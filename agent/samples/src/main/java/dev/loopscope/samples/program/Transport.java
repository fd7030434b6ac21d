package dev.loopscope.samples.program;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** Which of Netty's event loops a server runs on. */
public enum Transport {
  NIO,
  EPOLL;

  /** The option for this; its standard value runs everywhere. */
  public static final OptionSpec OPTION =
      new OptionSpec("transport", "nio|epoll", "nio", "which of Netty's event loops to use");

  /**
   * The transport that the options name.
   *
   * @throws UsageException if there is none of that name
   * @throws SampleFailure if this machine cannot run it
   */
  public static Transport from(Options options) throws SampleFailure {
    String name = options.text(OPTION.name()).orElse("");
    return switch (name) {
      case "nio" -> NIO;
      case "epoll" -> epoll();
      default -> throw new UsageException("--transport '" + name + "' must be nio or epoll");
    };
  }

  private static Transport epoll() throws SampleFailure {
    if (!Epoll.isAvailable()) {
      throw new SampleFailure(
          "native epoll does not run here ("
              + Epoll.unavailabilityCause()
              + ");"
              + " use --transport nio");
    }
    return EPOLL;
  }

  /** A group of {@code loops} event loops, its threads named after {@code group}. */
  public EventLoopGroup loops(int loops, String group) {
    LoopThreads threads = new LoopThreads(group);
    return this == NIO
        ? new NioEventLoopGroup(loops, threads)
        : new EpollEventLoopGroup(loops, threads);
  }

  /** The kind of channel that accepts connections on such loops. */
  public Class<? extends ServerSocketChannel> serverChannel() {
    return this == NIO ? NioServerSocketChannel.class : EpollServerSocketChannel.class;
  }
}
