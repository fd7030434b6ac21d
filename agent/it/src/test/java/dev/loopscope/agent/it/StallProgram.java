package dev.loopscope.agent.it;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A server whose handler blocks its event loop on command and says when, for how long and in which
 * line it did, by its own clock.
 */
public final class StallProgram {

  private static volatile String lastBlock = "";

  private StallProgram() {}

  @SuppressWarnings("deprecation") // the name that both Netty lines know
  public static void main(String[] arguments) throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(1);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(new SlowHandler())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      serve(client);
    }
    System.exit(0);
  }

  private static void serve(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "sleep" -> {
          client.getOutputStream().write(Integer.parseInt(words[1]) / 10);
          client.getInputStream().readNBytes(1);
          System.out.println(lastBlock);
        }
        case "collect" -> {
          System.gc();
          System.out.println("collected");
        }
        case "deadlock" -> {
          DeadlockedThreads.start();
          System.out.println("started");
        }
        case "status" -> System.out.println(System.getProperty("loopscope.agent"));
        case "threads" -> System.out.println(ownThreads());
        case "exit" -> System.exit(0);
        default -> throw new IOException("unknown command " + line);
      }
    }
  }

  private static String ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("loopscope-"))
        .sorted()
        .toList()
        .toString();
  }

  /** Blocks for ten times as many milliseconds as the byte that comes says. */
  @ChannelHandler.Sharable
  private static final class SlowHandler extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      long millis = (((ByteBuf) message).getByte(0) & 0xFF) * 10L;
      long start = System.nanoTime();
      int line = block(start + millis * 1_000_000L);
      lastBlock = "start=" + start + " nanos=" + (System.nanoTime() - start) + " line=" + line;
      context.writeAndFlush(message);
    }

    private static int block(long untilNanos) {
      int line = new Throwable().getStackTrace()[0].getLineNumber() + 2;
      for (long left = 1; left > 0; left = untilNanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      return line;
    }
  }
}
