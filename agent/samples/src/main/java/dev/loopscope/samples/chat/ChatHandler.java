package dev.loopscope.samples.chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection: passes on what its client says and keeps a heartbeat going. */
final class ChatHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private final ChatRoom room;
  private final Duration period;
  private @Nullable Future<?> heartbeat;

  ChatHandler(ChatRoom room, Duration period) {
    this.room = room;
    this.period = period;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof HandshakeComplete) {
      room.join(context.channel());
      heartbeat =
          context
              .executor()
              .scheduleAtFixedRate(
                  new Heartbeat(context),
                  period.toMillis(),
                  period.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
    super.userEventTriggered(context, event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    room.tellAll(frame.text());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    Future<?> beating = heartbeat;
    if (beating != null) {
      beating.cancel(false);
    }
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    if (cause instanceof IOException) {
      context.close(); // The client is gone, which is what clients do.
    } else {
      super.exceptionCaught(context, cause);
    }
  }

  private record Heartbeat(ChannelHandlerContext context) implements Runnable {
    @Override
    public void run() {
      context.writeAndFlush(new PingWebSocketFrame());
    }
  }
}
