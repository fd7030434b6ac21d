package dev.loopscope.protocol.recording;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the frames of a chunk. Numbers have their highest byte first.
 *
 * <pre>
 *  0  4  magic "LSCK"
 *  4  4  payload, bytes
 *  8  4  context, bytes: the first part of the payload
 * 12  4  frames
 * 16  8  from, nanoseconds
 * 24  8  to, nanoseconds
 * 32  4  CRC32C of the payload
 * 36  4  CRC32C of the 36 bytes above
 * </pre>
 */
final class ChunkHeader {

  static final int BYTES = 40;
  static final int MAGIC = 0x4C53434B;

  /** The largest payload: about 1 MB of frames, one large frame on top, and the context. */
  static final int MAX_PAYLOAD_BYTES = 64 << 20;

  private static final int PAYLOAD_CRC = 32;
  private static final int HEADER_CRC = 36;

  private ChunkHeader() {}

  /** Writes the header of {@code chunk} to the first bytes of {@code bytes}. */
  static void put(byte[] bytes, ChunkInfo chunk, int payloadCrc) {
    ByteBuffer target = ByteBuffer.wrap(bytes);
    target.putInt(0, MAGIC);
    putInfo(target, Integer.BYTES, chunk);
    target.putInt(PAYLOAD_CRC, payloadCrc);
    target.putInt(HEADER_CRC, crc(bytes, 0, HEADER_CRC));
  }

  /** The fields that header and index share. */
  static void putInfo(ByteBuffer target, int at, ChunkInfo chunk) {
    target.putInt(at, chunk.payloadBytes());
    target.putInt(at + 4, chunk.contextBytes());
    target.putInt(at + 8, chunk.frames());
    target.putLong(at + 12, chunk.fromNanos());
    target.putLong(at + 20, chunk.toNanos());
  }

  /** What {@link #putInfo} wrote, null when it cannot be true. */
  static @Nullable ChunkInfo info(ByteBuffer source, int at, long offset) {
    int payload = source.getInt(at);
    int context = source.getInt(at + 4);
    int frames = source.getInt(at + 8);
    if (payload <= 0 || payload > MAX_PAYLOAD_BYTES || context < 0 || context > payload) {
      return null;
    }
    return new ChunkInfo(
        offset, payload, context, frames, source.getLong(at + 12), source.getLong(at + 20));
  }

  /** The chunk whose header {@code header} is, null when that is damaged. */
  static @Nullable ChunkInfo parse(byte[] header, long offset) {
    ByteBuffer source = ByteBuffer.wrap(header);
    if (source.getInt(0) != MAGIC || source.getInt(HEADER_CRC) != crc(header, 0, HEADER_CRC)) {
      return null;
    }
    return info(source, Integer.BYTES, offset);
  }

  static int payloadCrc(byte[] header) {
    return ByteBuffer.wrap(header).getInt(PAYLOAD_CRC);
  }

  static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
