package dev.loopscope.samples.clients;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** One client's end of a connection: joins, listens, counts. */
final class ClientHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private final CompletableFuture<Channel> joined;
  private final Inbox inbox;

  ClientHandler(CompletableFuture<Channel> joined, Inbox inbox) {
    this.joined = joined;
    this.inbox = inbox;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      joined.complete(context.channel());
    }
    super.userEventTriggered(context, event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    inbox.received(frame.text());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    joined.completeExceptionally(new IOException("the server closed the connection"));
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    joined.completeExceptionally(cause);
    context.close();
  }
}
