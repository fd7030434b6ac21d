package dev.loopscope.dashboard.attach;

import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent's end of a connection, in the test's own process. */
public final class FakeAgent implements Closeable {

  public static final Hello HELLO =
      new Hello(
          Version.CURRENT,
          "test",
          new ProcessInfo(4711, "chat-server", "17.0.15", "OpenJDK", "Linux amd64", 2, 0),
          new Clock(1_000, 1_700_000_000_000_000_000L),
          1_000,
          Settings.DEFAULT,
          List.of("netty"));

  private final Socket socket;
  private final FrameWriter writer;
  private final FrameReader reader;

  private FakeAgent(Socket socket) throws IOException {
    this.socket = socket;
    writer = new FrameWriter(socket.getOutputStream());
    reader = new FrameReader(socket.getInputStream());
  }

  /** Connects as the options that an agent is loaded with say. */
  public static FakeAgent callBack(String options) throws IOException {
    String token = options.substring(options.indexOf("token=") + "token=".length());
    return on(new Socket(InetAddress.getLoopbackAddress(), port(options)), Token.of(token));
  }

  /** The port that the options of an agent say to connect to. */
  static int port(String options) {
    return Integer.parseInt(options.substring(options.indexOf(':') + 1, options.indexOf(',')));
  }

  /** Shakes hands on a connected socket. */
  public static FakeAgent on(Socket socket, Token token) throws IOException {
    Handshake.asAgent(socket, token, Handshake.DEFAULT_LIMIT);
    return new FakeAgent(socket);
  }

  public FakeAgent send(Frame... frames) throws IOException {
    for (Frame frame : frames) {
      writer.write(frame);
    }
    writer.flush();
    return this;
  }

  /** The next command; null when the dashboard closed the connection. */
  public @Nullable Frame receive() throws IOException {
    return reader.read();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
