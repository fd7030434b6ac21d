package dev.loopscope.agent.it;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An echo server with clients that never stop talking to it, whose loops also get tasks and timers
 * on command. Written against what Netty 4.1 and 4.2 have in common.
 */
public final class NettyProgram {
  private static final int CLIENTS = 4;

  private final EventLoopGroup loops;

  private NettyProgram(EventLoopGroup loops) {
    this.loops = loops;
  }

  public static void main(String[] arguments) throws Exception {
    NettyTransport transport = NettyTransport.named(arguments[0]);
    EventLoopGroup loops = transport.loops();
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.channel())
            .childHandler(new Echo())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    for (int i = 0; i < CLIENTS; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      echo(socket); // connected and registered before anybody counts
      Thread client = new Thread(() -> talk(socket), "client-" + i);
      client.setDaemon(true);
      client.start();
    }
    NettyProgram program = new NettyProgram(loops);
    new ProgramCommands(program::doAll, program::blockOne).serve();
    System.exit(0);
  }

  @ChannelHandler.Sharable
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush(message, context.voidPromise());
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
    socket.getOutputStream().write(new byte[64]);
    if (socket.getInputStream().readNBytes(64).length < 64) {
      throw new IOException("the server hung up");
    }
  }

  private void doAll(OwnCounts counts, int tasks) throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      EventLoop loop = loops.next();
      counts.submitted.addAndGet(5);
      boolean fails = i % 10 == 0;
      cancelSome(counts, i, loop.submit(counts.command(fails)));
      cancelSome(counts, i, loop.schedule(counts.command(fails), i % 20, TimeUnit.MILLISECONDS));
      // a task that submits a task and sets a timer from inside the loop
      loop.execute(
          () -> {
            loop.execute(counts.command(false));
            loop.schedule(counts.command(fails), 1, TimeUnit.MILLISECONDS);
            counts.done.incrementAndGet();
          });
    }
    runPeriodic(counts);
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Keeps one loop for that long. */
  private void blockOne(long millis) throws InterruptedException {
    loops.next().submit(() -> FrameworkProgram.block(millis)).sync();
  }

  private void runPeriodic(OwnCounts counts) throws InterruptedException {
    EventLoop loop = loops.next();
    counts.submitted.addAndGet(2);
    Future<?> timer = loop.scheduleAtFixedRate(counts.periodic(), 1, 1, TimeUnit.MILLISECONDS);
    while (counts.periodicRuns() < 3) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    if (timer.cancel(false)) {
      counts.cancelled.incrementAndGet();
    }
    // behind a run of the timer that may be under way, so that it is counted too
    loop.submit(counts.command(false)).sync();
  }

  private static void cancelSome(OwnCounts counts, int i, Future<?> future) {
    if (i % 7 == 0 && future.cancel(false)) {
      counts.cancelled.incrementAndGet();
    }
  }
}
