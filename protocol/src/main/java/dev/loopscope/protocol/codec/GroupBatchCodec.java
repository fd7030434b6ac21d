package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merged runs: one byte string of varints, group after group. Each group begins with its distance
 * from the end of the one before.
 */
final class GroupBatchCodec implements FrameCodec<GroupBatch> {

  private static final int NUMBERS_PER_GROUP = 11;
  private static final int NUMBERS_PER_TYPE = 3;

  private final Column rows = new Column("groups");
  private final Column durations = new Column("durations");
  private final Column delays = new Column("delays");

  @Override
  public String tag() {
    return "groups";
  }

  @Override
  public Class<GroupBatch> frameClass() {
    return GroupBatch.class;
  }

  @Override
  public void write(GroupBatch frame, FieldWriter out) throws IOException {
    encode(frame.groups());
    HistogramFields.encode(frame.durations(), durations);
    HistogramFields.encode(frame.queueDelays(), delays);
    out.number("loop", frame.loop());
    out.number("n", frame.groups().size());
    out.bytes("groups", rows.bytes());
    out.bytes("durations", durations.bytes());
    out.bytes("delays", delays.bytes());
  }

  private void encode(List<Group> groups) throws ProtocolException {
    int numbers = 0;
    for (Group group : groups) {
      if (group.types().size() > Limits.MAX_TYPES_PER_GROUP) {
        throw new ProtocolException(
            "A frame was not sent: a group names %d types, the protocol allows %d."
                .formatted(group.types().size(), Limits.MAX_TYPES_PER_GROUP));
      }
      numbers += NUMBERS_PER_GROUP + NUMBERS_PER_TYPE * group.types().size();
    }
    rows.start(numbers);
    long lastTo = 0;
    for (Group group : groups) {
      encode(group, lastTo);
      lastTo = group.toNanos();
    }
    rows.finish();
  }

  private void encode(Group group, long lastTo) {
    rows.putSigned(group.fromNanos() - lastTo);
    rows.put(group.toNanos() - group.fromNanos());
    rows.put(group.busyNanos());
    rows.put(group.pollNanos());
    rows.put(group.count());
    rows.put(group.ioCount());
    rows.put(group.failed());
    rows.put(group.longestNanos());
    rows.put(group.longestType());
    rows.put(group.worstDelayNanos());
    rows.put(group.types().size());
    for (TypeTotal total : group.types()) {
      rows.put(total.type());
      rows.put(total.count());
      rows.put(total.busyNanos());
    }
  }

  @Override
  public GroupBatch read(FieldReader in) throws IOException {
    int loop = 0;
    int n = 0;
    rows.bytes().clear();
    durations.bytes().clear();
    delays.bytes().clear();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "n" -> n = in.index();
        case "groups" -> in.bytes(rows.bytes());
        case "durations" -> in.bytes(durations.bytes());
        case "delays" -> in.bytes(delays.bytes());
        default -> in.skip();
      }
    }
    return new GroupBatch(
        loop, decode(n), HistogramFields.decode(durations), HistogramFields.decode(delays));
  }

  private List<Group> decode(int n) throws ProtocolException {
    if (n > Limits.MAX_GROUPS_PER_BATCH) {
      throw new ProtocolException(
          "The data are refused: a batch of %d groups, the protocol allows %d."
              .formatted(n, Limits.MAX_GROUPS_PER_BATCH));
    }
    rows.rewind();
    List<Group> groups = new ArrayList<>();
    long lastTo = 0;
    for (int i = 0; i < n; i++) {
      Group group = decodeGroup(lastTo);
      groups.add(group);
      lastTo = group.toNanos();
    }
    rows.requireEnd();
    return groups;
  }

  private Group decodeGroup(long lastTo) throws ProtocolException {
    long from = lastTo + rows.nextSigned();
    long to = from + rows.next();
    if (to < from) {
      throw new ProtocolException("The data are damaged: a group ends before it starts.");
    }
    long busy = rows.next();
    long poll = rows.next();
    long count = rows.next();
    long ioCount = rows.next();
    long failed = rows.next();
    long longest = rows.next();
    int longestType = rows.nextIndex(Integer.MAX_VALUE);
    long worstDelay = rows.next();
    int typeCount = rows.nextIndex(Limits.MAX_TYPES_PER_GROUP);
    List<TypeTotal> types = new ArrayList<>(typeCount);
    for (int i = 0; i < typeCount; i++) {
      types.add(new TypeTotal(rows.nextIndex(Integer.MAX_VALUE), rows.next(), rows.next()));
    }
    return new Group(
        from, to, busy, poll, count, ioCount, failed, longest, longestType, worstDelay, types);
  }
}
