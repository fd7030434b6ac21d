package dev.loopscope.protocol.recording;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The first bytes of a file.
 *
 * <pre>
 *  0  8  magic: 0x89 'L' 'O' 'O' 'P' CR LF 0x1A (shows a copy that was mangled as text)
 *  8  2  format, major: a newer one is refused
 * 10  2  format, minor: a newer one is read
 * 12  4  zero
 * </pre>
 */
final class FileHeader {

  static final int BYTES = 16;
  static final int MAJOR = 1;
  static final int MINOR = 0;

  private static final byte[] MAGIC = {(byte) 0x89, 'L', 'O', 'O', 'P', '\r', '\n', 0x1A};

  private FileHeader() {}

  static byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(MAGIC)
        .putShort((short) MAJOR)
        .putShort((short) MINOR)
        .array();
  }

  /** Refuses what is no recording or too new; {@code header} may be shorter when the file is. */
  static void check(byte[] header, Path file) throws RecordingException {
    if (header.length == 0) {
      throw new RecordingException(
          "%s is empty: nothing was recorded into it. Choose another file.".formatted(file));
    }
    int compared = Math.min(header.length, MAGIC.length);
    if (!Arrays.equals(header, 0, compared, MAGIC, 0, compared)) {
      throw new RecordingException(
          "%s is not a Loopscope recording: it begins with other bytes. Choose a file that Loopscope has saved."
              .formatted(file));
    }
    if (header.length < BYTES) {
      throw new RecordingException(
          "%s ends within its header: the recording was cut off before it began. Choose another file."
              .formatted(file));
    }
    int major = Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(MAGIC.length));
    if (major != MAJOR) {
      throw new RecordingException(
          "%s has recording format %d, this Loopscope reads format %d: open it with the version that wrote it, or a newer one."
              .formatted(file, major, MAJOR));
    }
  }
}
