package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the bytes of commands from a channel that does not block, until a whole frame is there.
 * What comes is not trusted: a command that says it is longer than the room here ends the session.
 * For one thread.
 */
final class CommandInbox {

  /** Far more than any command needs. */
  static final int MAX_COMMAND_BYTES = 64 << 10;

  private static final int PREFIX_BYTES = 4;

  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(PREFIX_BYTES + MAX_COMMAND_BYTES);

  CommandInbox(ReadableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * The next command, null when none is complete; never waits.
   *
   * @throws IOException when the other end is gone or sends what is no command
   */
  @Nullable Command poll() throws IOException {
    Command command = next();
    if (command == null) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("The dashboard has closed the connection");
      }
      command = next();
    }
    return command;
  }

  private @Nullable Command next() throws IOException {
    if (buffer.position() < PREFIX_BYTES) {
      return null;
    }
    int length = buffer.getInt(0);
    if (length <= 0 || length > MAX_COMMAND_BYTES) {
      throw new IOException("The dashboard sent a command of an impossible length: " + length);
    }
    int end = PREFIX_BYTES + length;
    if (buffer.position() < end) {
      return null;
    }
    Frame frame = new FrameReader(new ByteArrayInputStream(buffer.array(), 0, end)).read();
    buffer.flip().position(end);
    buffer.compact();
    if (frame == null) {
      return next(); // of a kind that only newer agents know
    }
    if (frame instanceof Command command) {
      return command;
    }
    throw new IOException(
        "The dashboard sent a frame that is no command: " + frame.getClass().getSimpleName());
  }
}
