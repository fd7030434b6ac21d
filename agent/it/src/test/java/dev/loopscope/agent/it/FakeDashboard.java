package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.fail;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The other end of an agent's connection. */
final class FakeDashboard implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** A frame and when it came. On one machine both processes read the same monotonic clock. */
  record Arrival(Frame frame, long atNanos) {}

  private final ServerSocket server;
  private final Token token = Token.random();
  private final List<Arrival> arrivals = new ArrayList<>();
  private @Nullable Socket socket;
  private boolean ended;

  FakeDashboard() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread reader = new Thread(this::read, "fake-dashboard");
    reader.setDaemon(true);
    reader.start();
  }

  /** The option that sends an agent here. */
  String option() {
    return "connect=127.0.0.1:" + server.getLocalPort() + ",token=" + token.reveal();
  }

  private void read() {
    try {
      Socket accepted = server.accept();
      synchronized (this) {
        socket = accepted;
      }
      Handshake.asDashboard(accepted, token, Handshake.DEFAULT_LIMIT);
      FrameReader reader = new FrameReader(accepted.getInputStream());
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        arrived(new Arrival(frame, System.nanoTime()));
      }
    } catch (IOException e) {
      end("the connection failed: " + e);
      return;
    }
    end("");
  }

  private synchronized void arrived(Arrival arrival) {
    arrivals.add(arrival);
    notifyAll();
  }

  private synchronized void end(String why) {
    ended = true;
    if (!why.isEmpty()) {
      System.out.println(why);
    }
    notifyAll();
  }

  void send(Command command) throws IOException {
    Socket connected;
    synchronized (this) {
      connected = socket;
    }
    if (connected == null) {
      throw new IOException("no agent has connected");
    }
    FrameWriter writer = new FrameWriter(connected.getOutputStream());
    writer.write(command);
    writer.flush();
  }

  /** The first frame of that type that fits; waits for it. */
  synchronized <F extends Frame> Arrival await(Class<F> type, Predicate<F> fits)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      for (Arrival arrival : arrivals) {
        if (type.isInstance(arrival.frame()) && fits.test(type.cast(arrival.frame()))) {
          return arrival;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || ended) {
        return fail("no such %s among %d frames", type.getSimpleName(), arrivals.size());
      }
      wait(left);
    }
  }

  /** Waits until the coverage has something uncovered of a plug-in at this place. */
  void awaitUncovered(String plugin, String place) throws InterruptedException {
    await(
        Coverage.class,
        told ->
            told.points().stream()
                .anyMatch(
                    point ->
                        point.state() == Coverage.PointState.UNCOVERED
                            && point.plugin().equals(plugin)
                            && point.location().equals(place)
                            && !point.note().isEmpty()));
  }

  /** All frames of a type so far. */
  synchronized <F extends Frame> List<F> all(Class<F> type) {
    return arrivals.stream().map(Arrival::frame).filter(type::isInstance).map(type::cast).toList();
  }

  /** A frame of a stack that was defined. */
  Definitions.StackFrame frame(int stack, int frame) {
    return all(Definitions.class).stream()
        .flatMap(definitions -> definitions.stacks().stream())
        .filter(defined -> defined.id() == stack)
        .findFirst()
        .orElseThrow()
        .frames()
        .get(frame);
  }

  /** Goes away without a word, as a killed process does. */
  void vanish() throws IOException {
    Socket connected;
    synchronized (this) {
      connected = socket;
    }
    if (connected != null && !connected.isClosed()) {
      connected.setSoLinger(true, 0);
      connected.close();
    }
  }

  @Override
  public void close() throws IOException {
    vanish();
    server.close();
  }
}
