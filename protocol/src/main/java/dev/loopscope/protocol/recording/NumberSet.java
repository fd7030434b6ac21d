package dev.loopscope.protocol.recording;

import java.util.Arrays;

/**
 * Numbers of types or stacks. Almost every run asks whether its type is in, so this is an
 * open-addressing table of plain ints; 0, "unknown", is never in. A bit set would be simpler, but
 * numbers come from outside and a single large one would make it huge.
 */
final class NumberSet {

  private int[] slots = new int[64];
  private int size;

  void clear() {
    size = 0;
    Arrays.fill(slots, 0);
  }

  void add(int number) {
    if (number == 0 || slots[slotOf(slots, number)] == number) {
      return;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    slots[slotOf(slots, number)] = number;
    size++;
  }

  /** The numbers in ascending order. */
  int[] toArray() {
    return Arrays.stream(slots).filter(number -> number != 0).sorted().toArray();
  }

  private void grow() {
    int[] larger = new int[slots.length * 2];
    for (int number : slots) {
      if (number != 0) {
        larger[slotOf(larger, number)] = number;
      }
    }
    slots = larger;
  }

  /** Where {@code number} is or would go. */
  private static int slotOf(int[] slots, int number) {
    int mask = slots.length - 1;
    int slot = ((number * 0x9E3779B9) >>> 7) & mask;
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
