package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.codec.ProtocolException;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection to a dashboard that has proved that it knows the token. For one thread. */
public final class SocketOutlet implements Outlet {

  private static final int CONNECT_MILLIS = 5_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final int SEND_BUFFER_BYTES = 1 << 20;

  private final SocketChannel channel;
  private final FrameWriter writer;
  private final CommandInbox inbox;
  private final ErrorLog errors;

  /** {@code channel} is connected to a dashboard that has proved its token. */
  SocketOutlet(SocketChannel channel, ErrorLog errors) throws IOException {
    this.channel = channel;
    this.errors = errors;
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
    channel.configureBlocking(false);
    writer = new FrameWriter(new ChannelOutput(channel, PATIENCE_NANOS));
    inbox = new CommandInbox(channel);
  }

  /**
   * Connects to a dashboard that waits at {@code address}. Takes at most ten seconds.
   *
   * @throws IOException with a sentence for the user when nobody is there or the token is another
   */
  public static SocketOutlet connect(InetSocketAddress address, Token token, ErrorLog errors)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, CONNECT_MILLIS);
      Handshake.asAgent(channel.socket(), token, Handshake.DEFAULT_LIMIT);
      return new SocketOutlet(channel, errors);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void send(Frame frame) throws IOException {
    try {
      writer.write(frame);
    } catch (ProtocolException e) {
      errors.count("A frame was not sent", e);
    }
  }

  @Override
  public void flush() throws IOException {
    writer.flush();
  }

  @Override
  public long bytesSent() {
    return writer.bytesWritten();
  }

  @Override
  public @Nullable Command poll() throws IOException {
    return inbox.poll();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      errors.count("closing the connection", e);
    }
  }
}
