package dev.loopscope.protocol.codec;

/**
 * One byte string of varints. A column that is missing stands for as many zeros as are asked for:
 * the writer leaves out what is zero throughout.
 */
final class Column {

  private final String key;
  private final Bytes bytes = new Bytes();
  private int position;
  private long seen;

  Column(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** The bytes to read from; empty means missing. */
  Bytes bytes() {
    return bytes;
  }

  /** Empties the column and makes room for {@code count} numbers. */
  void start(int count) {
    bytes.clear();
    bytes.ensure(Math.multiplyExact(count, Varints.MAX_BYTES));
    position = 0;
    seen = 0;
  }

  /** Appends an unsigned number; {@link #start} has made the room. */
  void put(long value) {
    seen |= value;
    position = Varints.put(bytes.array, position, value);
  }

  void putSigned(long value) {
    put(Varints.zigZag(value));
  }

  /** Ends writing: from now on {@link #bytes()} holds what was put, or nothing if all was zero. */
  void finish() {
    bytes.size = seen == 0 ? 0 : position;
  }

  /** Begins reading what is in {@link #bytes()}. */
  void rewind() {
    position = 0;
  }

  boolean hasNext() {
    return position < bytes.size;
  }

  /** The next unsigned number. */
  long next() throws ProtocolException {
    if (position < bytes.size) {
      byte first = bytes.array[position];
      if (first >= 0) {
        position++;
        return first;
      }
      return nextLong();
    }
    if (bytes.size == 0) {
      return 0;
    }
    throw new ProtocolException(
        "The data are damaged: column '%s' has fewer entries than its batch.".formatted(key));
  }

  private long nextLong() throws ProtocolException {
    byte[] array = bytes.array;
    int end = bytes.size;
    int p = position;
    long value = 0;
    for (int shift = 0; shift < 64 && p < end; shift += 7) {
      byte b = array[p++];
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        if (shift == 63 && b > 1) {
          break;
        }
        position = p;
        return value;
      }
    }
    throw new ProtocolException(
        "The data are damaged: column '%s' holds a number that does not end.".formatted(key));
  }

  long nextSigned() throws ProtocolException {
    return Varints.unZigZag(next());
  }

  /** The next number, which must be from 0 to {@code highest}. */
  int nextIndex(int highest) throws ProtocolException {
    long value = next();
    if (value < 0 || value > highest) {
      throw new ProtocolException(
          "The data are damaged: column '%s' holds %s, allowed are 0 to %d."
              .formatted(key, Long.toUnsignedString(value), highest));
    }
    return (int) value;
  }

  /** Checks that everything was read. */
  void requireEnd() throws ProtocolException {
    if (position != bytes.size) {
      throw new ProtocolException(
          "The data are damaged: column '%s' has more entries than its batch.".formatted(key));
    }
  }
}
