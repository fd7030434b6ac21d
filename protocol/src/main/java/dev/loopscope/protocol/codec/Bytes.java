package dev.loopscope.protocol.codec;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing byte array that shows its inside, so that it can be reused and patched. */
final class Bytes extends OutputStream {

  byte[] array = new byte[64];
  int size;

  void clear() {
    size = 0;
  }

  /** Makes room for {@code more} bytes after {@link #size}. */
  void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > array.length) {
      array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, needed * 2L));
    }
  }

  @Override
  public void write(int b) {
    ensure(1);
    array[size++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, array, size, length);
    size += length;
  }

  /** Overwrites the four bytes at {@code offset} with {@code value}, highest byte first. */
  void putInt(int offset, int value) {
    array[offset] = (byte) (value >>> 24);
    array[offset + 1] = (byte) (value >>> 16);
    array[offset + 2] = (byte) (value >>> 8);
    array[offset + 3] = (byte) value;
  }
}
