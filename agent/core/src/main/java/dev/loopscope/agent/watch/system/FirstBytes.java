package dev.loopscope.agent.watch.system;

import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a small file of the system, taken apart without making strings of them.
 *
 * @param bytes may be used for the next file
 * @param length how many of them were read
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer, compared with nothing
public record FirstBytes(byte[] bytes, int length) {

  /** The number that is the {@code index}-th of the words between blanks, -1 when it is none. */
  public long number(int index) {
    int at = 0;
    for (int skipped = 0; skipped < index; skipped++) {
      while (at < length && bytes[at] != ' ') {
        at++;
      }
      at++;
    }
    long number = 0;
    int digits = 0;
    for (; at < length && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      number = number * 10 + bytes[at] - '0';
      digits++;
    }
    return digits == 0 || digits > 18 ? -1 : number;
  }

  /** The character {@code offset} behind the last {@code mark}, {@code ?} when there is none. */
  char behindLast(char mark, int offset) {
    for (int at = length - 1; at >= 0; at--) {
      if (bytes[at] == mark) {
        return at + offset < length ? (char) bytes[at + offset] : '?';
      }
    }
    return '?';
  }

  /** As a text, without the white space around it. */
  String text() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip();
  }
}
