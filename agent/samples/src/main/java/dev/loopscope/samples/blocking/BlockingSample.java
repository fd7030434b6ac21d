package dev.loopscope.samples.blocking;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderValues.TEXT_PLAIN;

import dev.loopscope.samples.journal.Block;
import dev.loopscope.samples.journal.BlockLog;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import dev.loopscope.samples.program.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An HTTP server: {@code GET /} answers at once, {@code GET /block} blocks its loop first. */
public final class BlockingSample implements Sample {

  @Override
  public String name() {
    return "blocking";
  }

  @Override
  public String summary() {
    return "a small HTTP server: GET / answers at once, GET /block blocks its event loop";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        Transport.OPTION,
        new OptionSpec("port", "PORT", "0", "listen here on loopback; 0 lets the system choose"),
        new OptionSpec("workers", "N", "2", "event loops that serve the connections"),
        new OptionSpec("block", "TIME", "200ms", "how long GET /block blocks"));
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException {
    Transport transport = Transport.from(options);
    int port = options.number("port", 0, 65_535);
    int workers = options.number("workers", 1, 64);
    Duration time = options.period("block");
    EventLoopGroup group = transport.loops(workers, "http-worker");
    try {
      ChannelFuture bound =
          new ServerBootstrap()
              .group(group)
              .channel(transport.serverChannel())
              .childHandler(new Pipeline(time, new BlockLog(journal)))
              .bind(InetAddress.getLoopbackAddress(), port)
              .await();
      if (!bound.isSuccess()) {
        throw new SampleFailure(
            "cannot listen on loopback port " + port + ": " + bound.cause().getMessage());
      }
      int actual = ((InetSocketAddress) bound.channel().localAddress()).getPort();
      journal.print("READY pid=" + ProcessHandle.current().pid() + " port=" + actual);
      journal.say("ended: %s", lifetime.awaitEnd());
      return 0;
    } finally {
      group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }

  private static final class Pipeline extends ChannelInitializer<SocketChannel> {
    private final Duration time;
    private final BlockLog blocks;

    Pipeline(Duration time, BlockLog blocks) {
      this.time = time;
      this.blocks = blocks;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpServerKeepAliveHandler())
          .addLast(new HttpObjectAggregator(8_192))
          .addLast(new BlockingHandler(time, blocks));
    }
  }

  private static final class BlockingHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Duration time;
    private final BlockLog blocks;

    BlockingHandler(Duration time, BlockLog blocks) {
      this.time = time;
      this.blocks = blocks;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request)
        throws InterruptedException {
      context.writeAndFlush(
          switch (request.uri()) {
            case "/" -> page(HttpResponseStatus.OK, "hello\n");
            case "/block" -> page(HttpResponseStatus.OK, slowAnswer());
            default -> page(HttpResponseStatus.NOT_FOUND, "there are / and /block\n");
          });
    }

    private String slowAnswer() throws InterruptedException {
      Block block = blocks.next();
      Thread.sleep(block.startsHere(time).toMillis());
      block.ends();
      return "sorry for the wait\n";
    }

    private static FullHttpResponse page(HttpResponseStatus status, String text) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      FullHttpResponse response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
      response.headers().set(CONTENT_TYPE, TEXT_PLAIN).setInt(CONTENT_LENGTH, body.length);
      return response;
    }
  }
}
