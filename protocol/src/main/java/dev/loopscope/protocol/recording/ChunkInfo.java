package dev.loopscope.protocol.recording;

/**
 * A piece of a recording that can be read by itself.
 *
 * @param offset where it begins in its file, in bytes
 * @param payloadBytes bytes of its frames
 * @param contextBytes how many of them are frames from before, repeated so that the chunk stands
 *     alone
 * @param frames how many frames it holds, the repeated ones included
 * @param fromNanos the earliest time in it, context not counted
 * @param toNanos the latest
 */
public record ChunkInfo(
    long offset, int payloadBytes, int contextBytes, int frames, long fromNanos, long toNanos) {

  /** Bytes it takes in the file, header included. */
  public long bytes() {
    return ChunkHeader.BYTES + (long) payloadBytes;
  }

  /** Where the next one begins. */
  public long endOffset() {
    return offset + bytes();
  }

  /** Whether it has anything between the two times, both included. */
  public boolean overlaps(long from, long to) {
    return fromNanos <= to && toNanos >= from;
  }

  ChunkInfo at(long newOffset) {
    return new ChunkInfo(newOffset, payloadBytes, contextBytes, frames, fromNanos, toNanos);
  }
}
