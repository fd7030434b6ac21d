package dev.loopscope.agent.scenario.stage;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** All that one agent says. The end of its connection, in place of a dashboard. Thread-safe. */
public final class Frames implements AutoCloseable {

  private final ServerSocket server;
  private final Token token = Token.random();
  private final List<Frame> frames = new ArrayList<>();
  private boolean ended;

  /** Listens on the loopback interface. */
  public Frames() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread reader = new Thread(this::read, "frames");
    reader.setDaemon(true);
    reader.start();
  }

  /** What to tell the agent, so that it connects to here. */
  public String agentOptions() {
    return "connect=127.0.0.1:" + server.getLocalPort() + ",token=" + token.reveal();
  }

  private void read() {
    try (Socket socket = server.accept()) {
      Handshake.asDashboard(socket, token, Handshake.DEFAULT_LIMIT);
      FrameReader reader = new FrameReader(new BufferedInputStream(socket.getInputStream()));
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        add(frame);
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        System.err.println("The agent's connection broke: " + e.getMessage());
      }
    }
    end();
  }

  private synchronized void add(Frame frame) {
    frames.add(frame);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** All so far, in the order they came. */
  public synchronized List<Frame> all() {
    return List.copyOf(frames);
  }

  /** All of one type so far. */
  public <F extends Frame> List<F> all(Class<F> type) {
    return all().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Waits for a frame of that type that fits, among those that came and those to come.
   *
   * @return whether there is one; false when it does not come in time or the connection ended
   */
  public synchronized <F extends Frame> boolean await(
      Class<F> type, Predicate<F> fits, long patienceNanos) throws InterruptedException {
    long deadline = System.nanoTime() + patienceNanos;
    int seen = 0;
    while (true) {
      for (; seen < frames.size(); seen++) {
        if (type.isInstance(frames.get(seen)) && fits.test(type.cast(frames.get(seen)))) {
          return true;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || ended) {
        return false;
      }
      wait(left);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
