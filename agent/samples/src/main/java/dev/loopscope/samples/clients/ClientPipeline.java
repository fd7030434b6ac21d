package dev.loopscope.samples.clients;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.util.concurrent.CompletableFuture;

/** Equips one client: HTTP, then WebSocket (which answers pings), then the client's own handler. */
final class ClientPipeline extends ChannelInitializer<SocketChannel> {
  private static final int LONGEST_RESPONSE = 8_192;

  private final int port;
  private final CompletableFuture<Channel> joined;
  private final Inbox inbox;

  ClientPipeline(int port, CompletableFuture<Channel> joined, Inbox inbox) {
    this.port = port;
    this.joined = joined;
    this.inbox = inbox;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri("ws://127.0.0.1:" + port + "/chat")
            .build();
    channel
        .pipeline()
        .addLast(new HttpClientCodec())
        .addLast(new HttpObjectAggregator(LONGEST_RESPONSE))
        .addLast(new WebSocketClientProtocolHandler(config))
        .addLast(new ClientHandler(joined, inbox));
  }
}
