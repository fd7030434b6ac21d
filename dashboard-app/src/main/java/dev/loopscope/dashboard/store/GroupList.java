package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.GroupBatch.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The kept merged groups of one loop, in time order. Guarded by its lane. */
final class GroupList {

  private static final int DROPPED_AT_ONCE = 256;
  private static final int BYTES_PER_GROUP = 176;
  private static final int BYTES_PER_TYPE = 40;

  private final ArrayList<Group> groups = new ArrayList<>();
  private long bytes;

  void add(Group group) {
    int at = groups.size();
    while (at > 0 && groups.get(at - 1).toNanos() > group.toNanos()) {
      at--;
    }
    groups.add(at, group);
    bytes += bytesOf(group);
  }

  /** Passes the groups that overlap {@code span} to {@code each}, in time order. */
  void forEach(TimeSpan span, Consumer<Group> each) {
    for (int i = firstEndingFrom(span.fromNanos()); i < groups.size(); i++) {
      Group group = groups.get(i);
      if (group.fromNanos() >= span.toNanos()) {
        return;
      }
      each.accept(group);
    }
  }

  List<Group> overlapping(TimeSpan span, int max) {
    List<Group> found = new ArrayList<>();
    for (int i = firstEndingFrom(span.fromNanos()); i < groups.size() && found.size() < max; i++) {
      if (groups.get(i).fromNanos() >= span.toNanos()) {
        break;
      }
      found.add(groups.get(i));
    }
    return found;
  }

  /** How many groups end within {@code span}. */
  int count(TimeSpan span) {
    return firstEndingFrom(span.toNanos()) - firstEndingFrom(span.fromNanos());
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** The end of the last of those that {@link #dropOldest()} would drop. */
  long oldestNanos() {
    return groups.get(Math.min(groups.size(), DROPPED_AT_ONCE) - 1).toNanos();
  }

  void dropOldest() {
    List<Group> oldest = groups.subList(0, Math.min(groups.size(), DROPPED_AT_ONCE));
    oldest.forEach(group -> bytes -= bytesOf(group));
    oldest.clear();
  }

  long memoryBytes() {
    return bytes;
  }

  private static long bytesOf(Group group) {
    return BYTES_PER_GROUP + (long) group.types().size() * BYTES_PER_TYPE;
  }

  private int firstEndingFrom(long nanos) {
    int low = 0;
    int high = groups.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (groups.get(middle).toNanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
