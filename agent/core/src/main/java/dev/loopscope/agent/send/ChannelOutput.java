package dev.loopscope.agent.send;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to a channel that does not block, and waits in short parks while the peer is slow, so that
 * a peer that never reads again is noticed. Only the calling thread waits. For one thread.
 */
final class ChannelOutput extends OutputStream {

  /** What is offered at once: the JDK copies it into a buffer of that size it keeps. */
  private static final int PIECE_BYTES = 64 << 10;

  private static final long SHORTEST_PARK_NANOS = 100_000L;
  private static final long LONGEST_PARK_NANOS = 5_000_000L;

  private final WritableByteChannel channel;
  private final long patienceNanos;

  /**
   * @param patienceNanos how long the peer may take nothing at all
   */
  ChannelOutput(WritableByteChannel channel, long patienceNanos) {
    this.channel = channel;
    this.patienceNanos = patienceNanos;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    while (offset < end) {
      int piece = Math.min(PIECE_BYTES, end - offset);
      writePiece(ByteBuffer.wrap(bytes, offset, piece));
      offset += piece;
    }
  }

  private void writePiece(ByteBuffer piece) throws IOException {
    long park = SHORTEST_PARK_NANOS;
    long stuckSince = 0;
    while (piece.hasRemaining()) {
      if (channel.write(piece) > 0) {
        park = SHORTEST_PARK_NANOS;
        stuckSince = 0;
        continue;
      }
      long now = System.nanoTime();
      stuckSince = stuckSince == 0 ? now : stuckSince;
      if (now - stuckSince > patienceNanos) {
        throw new IOException(
            "The dashboard has taken no data for " + patienceNanos / 1_000_000_000L + " s");
      }
      LockSupport.parkNanos(this, park);
      park = Math.min(LONGEST_PARK_NANOS, park * 2);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
