package dev.loopscope.agent.it;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One loop with two servers; each client talks, and the handler of one server takes its time. */
public final class ChannelsProgram {
  /** Sockets of the loop: two servers and their clients. */
  static final int CHANNELS = 8;

  private static final int CLIENTS_OF_EACH = 3;
  private static final long SPINS_NANOS = 2_000_000;

  private ChannelsProgram() {}

  @SuppressWarnings("deprecation") // the names that both Netty lines know
  public static void main(String[] arguments) throws Exception {
    boolean epoll = arguments[0].equals("epoll");
    EventLoopGroup loops = epoll ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
    serve(loops, epoll, new Quick());
    serve(loops, epoll, new Slow());
    new ProgramCommands((counts, tasks) -> {}).serve();
    System.exit(0);
  }

  private static void serve(EventLoopGroup loops, boolean epoll, ChannelHandler handler)
      throws Exception {
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .childHandler(handler)
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    for (int i = 0; i < CLIENTS_OF_EACH; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      echo(socket); // registered before anybody counts
      Thread client = new Thread(() -> talk(socket), "client");
      client.setDaemon(true);
      client.start();
    }
  }

  private static void talk(Socket socket) {
    try {
      while (true) {
        echo(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void echo(Socket socket) throws IOException {
    socket.getOutputStream().write(1);
    if (socket.getInputStream().read() != 1) {
      throw new IOException("the server hung up");
    }
  }

  /** Answers at once. */
  @ChannelHandler.Sharable
  static final class Quick extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush((ByteBuf) message, context.voidPromise());
    }
  }

  /** Computes before it answers. */
  @ChannelHandler.Sharable
  static final class Slow extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      long until = System.nanoTime() + SPINS_NANOS;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      context.writeAndFlush((ByteBuf) message, context.voidPromise());
    }
  }
}
