package dev.loopscope.protocol.recording;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index at the end of a recording that was closed: opening needs no walk through the file.
 *
 * <pre>
 *  0  4  magic "LSIX"
 *  4  4  chunks, n
 *  8  36 n  a chunk each: offset (8), then bytes 4 to 31 of its header
 *     4  CRC32C of all of the above
 *     8  offset of this footer
 *     4  magic "LEND", the last bytes of the file
 * </pre>
 */
final class Footer {

  static final int MAGIC = 0x4C534958;
  static final int END_MAGIC = 0x4C454E44;
  static final int TRAILER_BYTES = 12;

  private static final int HEAD_BYTES = 8;
  private static final int ENTRY_BYTES = 36;
  private static final int CRC_BYTES = 4;

  /** An index of more than a million chunks (a terabyte) is not read but walked. */
  static final long MAX_BYTES = 40L << 20;

  private Footer() {}

  /** Bytes of a footer for {@code chunks} chunks. */
  static long bytesFor(int chunks) {
    return HEAD_BYTES + (long) chunks * ENTRY_BYTES + CRC_BYTES + TRAILER_BYTES;
  }

  static byte[] bytes(List<ChunkInfo> chunks, long offset) {
    int indexBytes = HEAD_BYTES + Math.multiplyExact(chunks.size(), ENTRY_BYTES);
    ByteBuffer footer = ByteBuffer.allocate(indexBytes + CRC_BYTES + TRAILER_BYTES);
    footer.putInt(MAGIC).putInt(chunks.size());
    for (ChunkInfo chunk : chunks) {
      int at = footer.position();
      footer.putLong(at, chunk.offset());
      ChunkHeader.putInfo(footer, at + Long.BYTES, chunk);
      footer.position(at + ENTRY_BYTES);
    }
    footer.putInt(ChunkHeader.crc(footer.array(), 0, indexBytes));
    footer.putLong(offset).putInt(END_MAGIC);
    return footer.array();
  }

  /**
   * The chunks of a footer that lies at {@code offset}, without its trailer; null when it is
   * damaged or does not describe chunks that lie side by side from the file header up to it.
   */
  static @Nullable List<ChunkInfo> parse(byte[] footer, long offset) {
    ByteBuffer source = ByteBuffer.wrap(footer);
    int indexBytes = footer.length - CRC_BYTES;
    if (indexBytes < HEAD_BYTES
        || source.getInt(0) != MAGIC
        || source.getInt(indexBytes) != ChunkHeader.crc(footer, 0, indexBytes)
        || HEAD_BYTES + (long) source.getInt(4) * ENTRY_BYTES != indexBytes) {
      return null;
    }
    List<ChunkInfo> chunks = new ArrayList<>(source.getInt(4));
    long expected = FileHeader.BYTES;
    for (int at = HEAD_BYTES; at < indexBytes; at += ENTRY_BYTES) {
      ChunkInfo chunk = ChunkHeader.info(source, at + Long.BYTES, source.getLong(at));
      if (chunk == null || chunk.offset() != expected) {
        return null;
      }
      chunks.add(chunk);
      expected = chunk.endOffset();
    }
    return expected == offset ? chunks : null;
  }
}
