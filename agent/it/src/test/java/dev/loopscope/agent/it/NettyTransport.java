package dev.loopscope.agent.it;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** Two loops, and the channels that they serve. */
record NettyTransport(EventLoopGroup loops, Class<? extends ServerChannel> channel) {
  /** What a program says before it is ready, when the kernel does not let it have io_uring. */
  static final String REFUSED = "io_uring is refused: ";

  private static final int LOOPS = 2;
  private static final String URING = "io.netty.channel.uring.";

  @SuppressWarnings("deprecation") // the names that both Netty lines know
  static NettyTransport named(String name) throws ReflectiveOperationException {
    return switch (name) {
      case "epoll" ->
          new NettyTransport(new EpollEventLoopGroup(LOOPS), EpollServerSocketChannel.class);
      case "io_uring" -> ioUring();
      default -> new NettyTransport(new NioEventLoopGroup(LOOPS), NioServerSocketChannel.class);
    };
  }

  /** Only Netty 4.2 has it, so by name. */
  private static NettyTransport ioUring() throws ReflectiveOperationException {
    Class<?> access = Class.forName(URING + "IoUring");
    Object cause = access.getMethod("unavailabilityCause").invoke(null);
    if (cause != null) {
      System.out.println(REFUSED + cause);
      return named("nio");
    }
    Class<?> factory = Class.forName("io.netty.channel.IoHandlerFactory");
    Object handlers =
        Class.forName(URING + "IoUringIoHandler").getMethod("newFactory").invoke(null);
    Object loops =
        Class.forName("io.netty.channel.MultiThreadIoEventLoopGroup")
            .getConstructor(int.class, factory)
            .newInstance(LOOPS, handlers);
    return new NettyTransport(
        (EventLoopGroup) loops,
        Class.forName(URING + "IoUringServerSocketChannel").asSubclass(ServerChannel.class));
  }
}
