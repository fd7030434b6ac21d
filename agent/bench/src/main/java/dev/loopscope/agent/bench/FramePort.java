package dev.loopscope.agent.bench;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * The other end of the agent's connection, in place of a dashboard: reads every frame on one thread
 * of its own and gives it away. Agents may come one after the other.
 */
final class FramePort implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ServerSocket server;
  private final Token token = Token.random();
  private final Consumer<Frame> frames;

  FramePort(Consumer<Frame> frames) throws IOException {
    this.frames = frames;
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread reader = new Thread(this::serve, "frames");
    reader.setDaemon(true);
    reader.start();
  }

  /** What to tell the agent, so that it connects to here. */
  String agentOptions() {
    return "connect=127.0.0.1:" + server.getLocalPort() + ",token=" + token.reveal();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        Handshake.asDashboard(socket, token, Handshake.DEFAULT_LIMIT);
        read(socket);
      } catch (IOException e) {
        if (!server.isClosed()) {
          System.err.println("The agent's connection broke: " + e.getMessage());
        }
      }
    }
  }

  private void read(Socket socket) throws IOException {
    try (FrameReader reader =
        new FrameReader(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES))) {
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        frames.accept(frame);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
