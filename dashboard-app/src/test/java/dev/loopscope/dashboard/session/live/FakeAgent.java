package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The agent's end of a connection, on loopback: says hello and then what the test wants; leaves
 * when it is asked to, unless it is told to be stubborn.
 */
final class FakeAgent implements Closeable {

  final Token token = Token.random();
  final Queue<Command> received = new ConcurrentLinkedQueue<>();
  volatile boolean stubborn;

  private final ServerSocket server;
  private final Thread thread;
  private final CompletableFuture<Socket> connected = new CompletableFuture<>();
  private final CompletableFuture<FrameWriter> writer = new CompletableFuture<>();

  FakeAgent() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve, "fake-agent");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try (Socket socket = server.accept()) {
      connected.complete(socket);
      Handshake.asAgent(socket, token, Handshake.DEFAULT_LIMIT);
      FrameWriter out = new FrameWriter(socket.getOutputStream());
      out.write(Frames.hello());
      out.flush();
      writer.complete(out);
      FrameReader in = new FrameReader(socket.getInputStream());
      for (Frame frame = in.read(); frame instanceof Command command; frame = in.read()) {
        received.add(command);
        if (command instanceof Command.Detach && !stubborn) {
          send(new Bye(9_000 * Frames.MS, Bye.Reason.DETACHED, ""));
          return;
        }
      }
    } catch (IOException e) {
      // The test cut the connection, or the dashboard's end is gone: either way this end is, too.
      writer.completeExceptionally(e);
    }
  }

  void send(Frame... frames) throws IOException {
    FrameWriter out = writer.join();
    synchronized (out) {
      for (Frame frame : frames) {
        out.write(frame);
      }
      out.flush();
    }
  }

  /** What is left of a frame when its writer is killed. */
  void sendHalfAFrame() throws IOException {
    writer.join();
    Socket socket = connected.join();
    socket.getOutputStream().write(new byte[] {0, 0, 1, 0, 7, 7});
    socket.getOutputStream().flush();
  }

  /** As the kernel does for a process that is killed. */
  void die() throws IOException {
    connected.join().close();
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (connected.isDone()) {
      connected.join().close();
    }
  }
}
