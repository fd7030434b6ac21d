package dev.loopscope.samples.clients;

import dev.loopscope.samples.program.LoopThreads;
import dev.loopscope.samples.program.SampleFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Many connections to one chat server, all from this process. */
public final class ChatClients implements AutoCloseable {
  private static final int LOOPS = 2;

  /** Connections under way at a time, well below what the server lets queue up. */
  private static final int CONNECTING = 64;

  private final EventLoopGroup group = new NioEventLoopGroup(LOOPS, new LoopThreads("chat-client"));
  private final ClientSettings settings;
  private final List<Channel> clients;

  /**
   * Connects everybody and returns when all have joined the chat.
   *
   * @throws SampleFailure if one of them could not
   */
  public ChatClients(ClientSettings settings, Inbox inbox)
      throws SampleFailure, InterruptedException {
    this.settings = settings;
    this.clients = joinAll(inbox);
  }

  private List<Channel> joinAll(Inbox inbox) throws SampleFailure, InterruptedException {
    Semaphore places = new Semaphore(CONNECTING);
    List<CompletableFuture<Channel>> joining = new ArrayList<>();
    for (int i = 0; i < settings.clients(); i++) {
      places.acquire();
      joining.add(join(inbox).whenComplete((channel, failure) -> places.release()));
    }
    try {
      return joining.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      close();
      throw new SampleFailure(
          String.format(
              "a client could not join the chat on loopback port %d: %s;"
                  + " check that the chat server runs there",
              settings.port(), e.getCause()));
    }
  }

  private CompletableFuture<Channel> join(Inbox inbox) {
    CompletableFuture<Channel> joined = new CompletableFuture<>();
    new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .handler(new ClientPipeline(settings.port(), joined, inbox))
        .connect(InetAddress.getLoopbackAddress(), settings.port())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                joined.completeExceptionally(connected.cause());
              }
            });
    return joined;
  }

  /** Lets the talkers talk and somebody ask for the history, from now on. */
  public void startTalking() {
    for (int i = 0; i < settings.talkers(); i++) {
      Channel client = clients.get(i);
      Duration period = settings.talkEvery();
      every(period, period, client, new Talker(client, "client-" + (i + 1)));
    }
    if (!settings.historyEvery().isZero()) {
      // Between two rounds of talk: in the rush of one, the log could not tell the block from it.
      Duration first = settings.historyEvery().plus(settings.talkEvery().dividedBy(2));
      every(first, settings.historyEvery(), clients.get(0), new HistoryReader(clients));
    }
  }

  private static void every(Duration first, Duration period, Channel client, Runnable work) {
    client
        .eventLoop()
        .scheduleAtFixedRate(work, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Calls {@code action} once when the last connection has closed. */
  public void whenAllGone(Runnable action) {
    CompletableFuture<?>[] gone =
        clients.stream().map(ChatClients::goneOf).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(gone).thenRun(action);
  }

  private static CompletableFuture<Void> goneOf(Channel client) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    client.closeFuture().addListener(closed -> gone.complete(null));
    return gone;
  }

  /** Closes every connection and ends the loops. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
