package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits on a loopback port for one dashboard that knows the token, then is the connection to it.
 * For one thread.
 */
public final class ListeningOutlet implements Outlet {

  /** The drain waits meanwhile, so a stranger may not take long. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(2);

  private final ServerSocketChannel server;
  private final Token token;
  private final ErrorLog errors;
  private @Nullable SocketOutlet connection;

  /**
   * Opens {@code port} of the loopback interface.
   *
   * @throws IOException with a sentence for the user when the port is taken
   */
  public ListeningOutlet(int port, Token token, ErrorLog errors) throws IOException {
    this.token = token;
    this.errors = errors;
    server = ServerSocketChannel.open();
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      server.configureBlocking(false);
    } catch (BindException e) {
      server.close();
      throw new IOException(
          "Port " + port + " cannot be listened on (" + e.getMessage() + "). Choose another.", e);
    }
  }

  @Override
  public boolean tryOpen() throws IOException {
    SocketChannel channel = connection == null ? server.accept() : null;
    if (channel != null) {
      try {
        Handshake.asAgent(channel.socket(), token, HANDSHAKE);
        connection = new SocketOutlet(channel, errors);
        server.close();
      } catch (IOException | RuntimeException e) {
        channel.close();
        errors.count("A connection was turned away", e);
      }
    }
    return connection != null;
  }

  private SocketOutlet connection() throws IOException {
    if (connection == null) {
      throw new IOException("No dashboard has connected yet");
    }
    return connection;
  }

  @Override
  public void send(Frame frame) throws IOException {
    connection().send(frame);
  }

  @Override
  public void flush() throws IOException {
    connection().flush();
  }

  @Override
  public long bytesSent() {
    return connection == null ? 0 : connection.bytesSent();
  }

  @Override
  public @Nullable Command poll() throws IOException {
    return connection().poll();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      errors.count("closing the port", e);
    }
    if (connection != null) {
      connection.close();
    }
  }
}
