package dev.loopscope.agent.bench.program;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/**
 * An HTTP server with one loop for accepting and one for its connections. {@code GET /} is answered
 * at once, {@code GET /task} by a task that is given to the loop.
 *
 * <p>Commands: {@code port}; {@code usage} answers requests served, CPU nanoseconds used and the
 * time; {@code footprint} what the process holds after collections.
 */
public final class HttpServerProgram {
  private static final int LARGEST_REQUEST_BYTES = 1 << 16;
  private static final byte[] BODY = "hello\n".getBytes(StandardCharsets.US_ASCII);

  private HttpServerProgram() {}

  public static void main(String[] arguments) throws Exception {
    LongAdder requests = new LongAdder();
    Answering answering = new Answering(requests);
    InetSocketAddress address =
        (InetSocketAddress)
            new ServerBootstrap()
                .group(new NioEventLoopGroup(1), new NioEventLoopGroup(1))
                .channel(NioServerSocketChannel.class)
                .childHandler(
                    new ChannelInitializer<SocketChannel>() {
                      @Override
                      protected void initChannel(SocketChannel channel) {
                        channel
                            .pipeline()
                            .addLast(new HttpServerCodec())
                            .addLast(new HttpObjectAggregator(LARGEST_REQUEST_BYTES))
                            .addLast(answering);
                      }
                    })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel()
                .localAddress();
    Commands.serve(
        command ->
            switch (command[0]) {
              case "port" -> String.valueOf(address.getPort());
              case "usage" -> requests.sum() + " " + Cpu.processNanos() + " " + System.nanoTime();
              case "footprint" -> Footprint.line();
              default -> throw new IllegalArgumentException(command[0]);
            });
  }

  @Sharable
  private static final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final LongAdder requests;

    Answering(LongAdder requests) {
      this.requests = requests;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      if (request.uri().equals("/task")) {
        context.executor().execute(() -> answer(context));
      } else {
        answer(context);
      }
    }

    private void answer(ChannelHandlerContext context) {
      requests.increment();
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(BODY));
      response
          .headers()
          .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
          .setInt(HttpHeaderNames.CONTENT_LENGTH, BODY.length);
      context.writeAndFlush(response, context.voidPromise());
    }
  }
}
