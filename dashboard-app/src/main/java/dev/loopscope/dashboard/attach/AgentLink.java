package dev.loopscope.dashboard.attach;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.codec.ProtocolException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an agent that has proved the token. One thread reads; any thread may send
 * commands or close.
 */
public final class AgentLink implements Closeable {

  private final Socket socket;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final Hello hello;

  /**
   * Takes over a connected socket after the handshake and reads the agent's first frame.
   *
   * @throws IOException when that frame does not come or is not a hello
   */
  AgentLink(Socket socket) throws IOException {
    this.socket = socket;
    reader = new FrameReader(socket.getInputStream());
    writer = new FrameWriter(new BufferedOutputStream(socket.getOutputStream()));
    Frame first = reader.read();
    if (!(first instanceof Hello greeting)) {
      throw new ProtocolException(
          first == null
              ? "The agent closed the connection before it said anything."
              : "The agent did not say hello first; it is not one that this dashboard knows.");
    }
    hello = greeting;
  }

  /** The first frame, already read. */
  public Hello hello() {
    return hello;
  }

  /** The next frame; null when the agent closed the connection between two frames. Blocks. */
  public @Nullable Frame read() throws IOException {
    return reader.read();
  }

  /** Sends {@code command}; commands of several threads do not mix. */
  public void send(Command command) throws IOException {
    synchronized (writer) {
      writer.write(command);
      writer.flush();
    }
  }

  /** Asks the agent to leave the target; when it cannot be told, closing tells it as well. */
  public void requestDetach() {
    try {
      send(new Command.Detach());
    } catch (IOException e) {
      close();
    }
  }

  /** Closes the connection, upon which the agent leaves the target. Wakes a blocked reader. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket that cannot even be closed", e);
    }
  }
}
