package dev.loopscope.agent.bench.program;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients of an HTTP server: each connection is kept and has a few requests under way; an answer is
 * followed by the next request. Every fourth asks for an answer by a task.
 *
 * <p>Commands: {@code load PORT CONNECTIONS UNDERWAY} and {@code idle}, which asks no more and
 * closes them when all is answered.
 */
public final class HttpLoadProgram {
  private static final int TASK_EVERY = 4;

  private final NioEventLoopGroup group = new NioEventLoopGroup(1);
  private final List<Channel> channels = new ArrayList<>();
  private volatile boolean asking;

  private HttpLoadProgram() {}

  public static void main(String[] arguments) throws Exception {
    HttpLoadProgram program = new HttpLoadProgram();
    Commands.serve(program::answer);
  }

  private String answer(String[] command) throws InterruptedException {
    switch (command[0]) {
      case "load" ->
          load(
              Integer.parseInt(command[1]),
              Integer.parseInt(command[2]),
              Integer.parseInt(command[3]));
      case "idle" -> idle();
      default -> throw new IllegalArgumentException(command[0]);
    }
    return "ok";
  }

  private void load(int port, int connections, int underWay) throws InterruptedException {
    asking = true;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(new HttpClientCodec(), new Asking(underWay));
                  }
                });
    for (int i = 0; i < connections; i++) {
      channels.add(bootstrap.connect(InetAddress.getLoopbackAddress(), port).sync().channel());
    }
  }

  private void idle() throws InterruptedException {
    asking = false;
    for (Channel channel : channels) {
      channel.closeFuture().sync();
    }
    channels.clear();
  }

  private final class Asking extends SimpleChannelInboundHandler<HttpObject> {
    private final int underWay;
    private int asked;
    private int unanswered;

    Asking(int underWay) {
      this.underWay = underWay;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      for (int i = 0; i < underWay; i++) {
        ask(context);
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part instanceof LastHttpContent) {
        unanswered--;
        if (asking) {
          ask(context);
        } else if (unanswered == 0) {
          context.close();
        }
      }
    }

    private void ask(ChannelHandlerContext context) {
      unanswered++;
      String path = asked++ % TASK_EVERY == 0 ? "/task" : "/";
      DefaultFullHttpRequest request =
          new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
      request.headers().set(HttpHeaderNames.HOST, "localhost");
      context.writeAndFlush(request, context.voidPromise());
    }
  }
}
