package dev.loopscope.protocol.codec;

/**
 * Numbers in as few bytes as they need: seven bits a byte, lowest first, the high bit says that
 * more follow (LEB128). Signed numbers are folded so that small negative ones stay short (zig-zag).
 */
final class Varints {

  /** Bytes of the longest: ten times seven bits hold 64. */
  static final int MAX_BYTES = 10;

  private Varints() {}

  /** Writes {@code value} as unsigned 64 bits and returns the position after it. */
  static int put(byte[] target, int position, long value) {
    int p = position;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      target[p++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    target[p++] = (byte) rest;
    return p;
  }

  static long zigZag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  static long unZigZag(long folded) {
    return (folded >>> 1) ^ -(folded & 1);
  }
}
