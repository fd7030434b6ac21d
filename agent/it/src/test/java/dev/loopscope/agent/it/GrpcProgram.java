package dev.loopscope.agent.it;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A gRPC server on selector loops of its own, whose handlers run on the loop, and clients that
 * never stop on the loops that gRPC makes by itself. All of it is grpc's shaded Netty.
 */
public final class GrpcProgram implements FrameworkProgram {
  private static final int CLIENTS = 2;
  private static final int SERVER_LOOPS = 2;

  private static final MethodDescriptor<byte[], byte[]> ECHO =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("echo.Echo/Say")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  private final EventLoopGroup loops;
  private final Channel client;

  private GrpcProgram(EventLoopGroup loops, Channel client) {
    this.loops = loops;
    this.client = client;
  }

  public static void main(String[] arguments) throws Exception {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            SERVER_LOOPS, new DefaultThreadFactory("grpc-server", true), NioIoHandler.newFactory());
    Server server =
        NettyServerBuilder.forAddress(loopback(0))
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .channelType(NioServerSocketChannel.class)
            .directExecutor()
            .addService(
                ServerServiceDefinition.builder("echo.Echo")
                    .addMethod(ECHO, ServerCalls.asyncUnaryCall(GrpcProgram::say))
                    .build())
            .build()
            .start();
    for (int i = 0; i < CLIENTS; i++) {
      Channel busy = channel(server.getPort());
      say(busy, 0);
      new Asking(busy).ask();
    }
    Channel client = channel(server.getPort());
    say(client, 0);
    new GrpcProgram(loops, client).serve();
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static Channel channel(int port) {
    return NettyChannelBuilder.forAddress(loopback(port)).usePlaintext().directExecutor().build();
  }

  /** The service: blocks its loop for as many tenths of a second as it is told. */
  private static void say(byte[] tenths, StreamObserver<byte[]> answer) {
    if (tenths[0] > 0) {
      FrameworkProgram.block(tenths[0] * 100L);
    }
    answer.onNext(tenths);
    answer.onCompleted();
  }

  private static void say(Channel to, int tenths) {
    ClientCalls.blockingUnaryCall(to, ECHO, CallOptions.DEFAULT, new byte[] {(byte) tenths});
  }

  @Override
  public void doAll(TypeCounts counts, int tasks) throws Exception {
    counts.expect(tasks * 2);
    for (int i = 0; i < tasks; i++) {
      boolean fails = i % 10 == 0;
      loops.execute(new CountedTask(counts, fails));
      loops.schedule(new CountedTimer(counts, fails), 1L + i % 20, TimeUnit.MILLISECONDS);
    }
    counts.awaitAll();
  }

  @Override
  public void blockOne(long millis) {
    say(client, (int) (millis / 100));
  }

  private record CountedTask(TypeCounts counts, boolean fails) implements Runnable {
    @Override
    public void run() {
      counts.run(this, fails);
    }
  }

  private record CountedTimer(TypeCounts counts, boolean fails) implements Runnable {
    @Override
    public void run() {
      counts.run(this, fails);
    }
  }

  /** Asks again as soon as it is answered. */
  private record Asking(Channel to) implements StreamObserver<byte[]> {
    void ask() {
      ClientCalls.asyncUnaryCall(to.newCall(ECHO, CallOptions.DEFAULT), new byte[1], this);
    }

    @Override
    public void onNext(byte[] answer) {
      // it comes before the call is complete
    }

    @Override
    public void onError(Throwable e) {
      throw new IllegalStateException("the server does not answer", e);
    }

    @Override
    public void onCompleted() {
      ask();
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
