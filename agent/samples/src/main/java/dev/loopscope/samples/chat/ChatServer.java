package dev.loopscope.samples.chat;

import dev.loopscope.samples.journal.BlockLog;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.SampleFailure;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A WebSocket chat at {@code ws://127.0.0.1:PORT/chat}. */
public final class ChatServer implements AutoCloseable {
  /** Where the chat is on the server. */
  public static final String PATH = "/chat";

  private static final int BACKLOG = 1_024;
  private static final Duration STATUS_PERIOD = Duration.ofSeconds(5);

  private final EventLoopGroup boss;
  private final EventLoopGroup workers;
  private final HistoryArchive archive;
  private final ChatRoom room;
  private final Channel acceptor;

  /**
   * Starts to listen and to push news.
   *
   * @throws SampleFailure if the port is not free
   */
  public ChatServer(ChatSettings settings, Journal journal) throws SampleFailure {
    this.boss = settings.transport().loops(1, "chat-boss");
    this.workers = settings.transport().loops(settings.workers(), "chat-worker");
    this.archive = new HistoryArchive(settings.queryTime());
    this.room = new ChatRoom(workers.next());
    this.acceptor =
        listen(settings, new ChatPipeline(settings, room, archive, new BlockLog(journal)));
    every(settings.news(), new NewsPush(room));
    every(STATUS_PERIOD, new StatusReport(room, journal));
    if (settings.burst() > 0) {
      EventExecutor loop = workers.next();
      every(loop, settings.burstEvery(), new Housekeeping(loop, settings.burst()));
    }
  }

  private Channel listen(ChatSettings settings, ChatPipeline pipeline) throws SampleFailure {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(boss, workers)
            .channel(settings.transport().serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childHandler(pipeline)
            .bind(InetAddress.getLoopbackAddress(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      close();
      throw new SampleFailure(
          String.format(
              "cannot listen on loopback port %d: %s; choose another --port, or 0",
              settings.port(), bound.cause().getMessage()));
    }
    return bound.channel();
  }

  private void every(Duration period, Runnable work) {
    every(workers.next(), period, work);
  }

  private static void every(EventExecutor loop, Duration period, Runnable work) {
    loop.scheduleAtFixedRate(work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The port it really listens on. */
  public int port() {
    return ((InetSocketAddress) acceptor.localAddress()).getPort();
  }

  /** Closes every connection and ends every loop. */
  @Override
  public void close() {
    boss.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    archive.close();
  }
}
