package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.io.IOException;
import java.util.List;

/**
 * Runs as columns of small differences, some eight bytes a run instead of seventy:
 *
 * <ul>
 *   <li>{@code shape}: index into {@code shapes} ({@link Shapes})
 *   <li>{@code id}: difference to the previous id, less the usual one; signed
 *   <li>{@code gap}: start less the end of the previous run; signed
 *   <li>{@code dur}: end less start
 *   <li>{@code wait}: start less submitted, where submitted is known
 *   <li>{@code late}: start less due, where due is known; signed
 *   <li>{@code poll}: where it is not zero
 *   <li>{@code parent}: difference to the parent of the previous run of the same shape, where there
 *       is one; signed
 * </ul>
 *
 * Differences are taken modulo 2^64, so every value comes back as it was.
 */
final class RunBatchCodec implements FrameCodec<RunBatch> {

  private final Shapes shapes = new Shapes();
  private final Column shapeTable = new Column("shapes");
  private final Column shape = new Column("shape");
  private final Column id = new Column("id");
  private final Column gap = new Column("gap");
  private final Column duration = new Column("dur");
  private final Column wait = new Column("wait");
  private final Column late = new Column("late");
  private final Column poll = new Column("poll");
  private final Column parent = new Column("parent");
  private final List<Column> columns =
      List.of(shapeTable, shape, id, gap, duration, wait, late, poll, parent);

  @Override
  public String tag() {
    return "runs";
  }

  @Override
  public Class<RunBatch> frameClass() {
    return RunBatch.class;
  }

  @Override
  public void write(RunBatch frame, FieldWriter out) throws IOException {
    RunColumns runs = frame.runs();
    out.number("loop", frame.loop());
    if (runs.isEmpty()) {
      return;
    }
    encode(runs);
    out.number("n", runs.size());
    out.number("m", shapes.size);
    out.number("id0", runs.id(0));
    out.number("t0", runs.startNanos(0));
    for (Column column : columns) {
      out.bytes(column.key(), column.bytes());
    }
  }

  private void encode(RunColumns runs) {
    int n = runs.size();
    shapes.clear(runs.id(0));
    for (Column column : columns) {
      column.start(n);
    }
    long lastId = runs.id(0) - 1;
    long lastEnd = runs.startNanos(0);
    for (int i = 0; i < n; i++) {
      int s = shapes.of(runs, i);
      shape.put(s);
      id.putSigned(runs.id(i) - lastId - 1);
      lastId = runs.id(i);
      long start = runs.startNanos(i);
      gap.putSigned(start - lastEnd);
      lastEnd = runs.endNanos(i);
      duration.put(lastEnd - start);
      encodeOptional(runs, i, s, start);
    }
    shapes.write(shapeTable);
    for (Column column : columns.subList(1, columns.size())) {
      column.finish();
    }
  }

  private void encodeOptional(RunColumns runs, int i, int s, long start) {
    int flags = Shapes.flags(shapes.traits[s]);
    if ((flags & Shapes.HAS_SUBMITTED) != 0) {
      wait.put(start - runs.submittedNanos(i));
    }
    if ((flags & Shapes.HAS_DUE) != 0) {
      late.putSigned(start - runs.dueNanos(i));
    }
    if ((flags & Shapes.HAS_POLL) != 0) {
      poll.put(runs.pollNanos(i));
    }
    if ((flags & Shapes.HAS_PARENT) != 0) {
      parent.putSigned(runs.parent(i) - shapes.lastParent[s]);
      shapes.lastParent[s] = runs.parent(i);
    }
  }

  @Override
  public RunBatch read(FieldReader in) throws IOException {
    int loop = 0;
    int n = 0;
    int m = 0;
    long id0 = 0;
    long t0 = 0;
    for (Column column : columns) {
      column.bytes().clear();
    }
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "n" -> n = in.index();
        case "m" -> m = in.index();
        case "id0" -> id0 = in.number();
        case "t0" -> t0 = in.number();
        default -> readColumn(key, in);
      }
    }
    Shapes.requireCount(m, n);
    return new RunBatch(loop, decode(n, m, id0, t0));
  }

  private void readColumn(String key, FieldReader in) throws IOException {
    for (Column column : columns) {
      if (column.key().equals(key)) {
        in.bytes(column.bytes());
        return;
      }
    }
    in.skip();
  }

  private RunColumns decode(int n, int m, long id0, long t0) throws ProtocolException {
    for (Column column : columns) {
      column.rewind();
    }
    shapes.clear(id0);
    shapes.read(shapeTable, m);
    int[] shapeOf = new int[n];
    for (int i = 0; i < n; i++) {
      shapeOf[i] = shape.nextIndex(m - 1);
    }
    long[] start = new long[n];
    long[] end = new long[n];
    decodeTimes(start, end, t0);
    RunColumns runs =
        new RunColumns(
            decodeIds(n, id0),
            decodeParents(shapeOf),
            decodeTypes(shapeOf),
            decodeTraits(shapeOf, true),
            decodeTraits(shapeOf, false),
            decodeBefore(wait, false, Shapes.HAS_SUBMITTED, shapeOf, start),
            decodeBefore(late, true, Shapes.HAS_DUE, shapeOf, start),
            start,
            end,
            decodePolls(shapeOf),
            decodeSubmitters(shapeOf));
    for (Column column : columns) {
      column.requireEnd();
    }
    return runs;
  }

  private void decodeTimes(long[] start, long[] end, long t0) throws ProtocolException {
    long lastEnd = t0;
    for (int i = 0; i < start.length; i++) {
      long from = lastEnd + gap.nextSigned();
      lastEnd = from + duration.next();
      if (lastEnd < from) {
        throw new ProtocolException("The data are damaged: a run ends before it starts.");
      }
      start[i] = from;
      end[i] = lastEnd;
    }
  }

  private long[] decodeIds(int n, long id0) throws ProtocolException {
    long[] ids = new long[n];
    long lastId = id0 - 1;
    for (int i = 0; i < n; i++) {
      lastId += id.nextSigned() + 1;
      ids[i] = lastId;
    }
    return ids;
  }

  private long[] decodeParents(int[] shapeOf) throws ProtocolException {
    long[] parents = new long[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      int s = shapeOf[i];
      if ((shapes.traits[s] & Shapes.HAS_PARENT) != 0) {
        parents[i] = shapes.lastParent[s] += parent.nextSigned();
      }
    }
    return parents;
  }

  private int[] decodeTypes(int[] shapeOf) {
    int[] types = new int[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      types[i] = shapes.types[shapeOf[i]];
    }
    return types;
  }

  private byte[] decodeTraits(int[] shapeOf, boolean kinds) {
    byte[] ordinals = new byte[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      int traits = shapes.traits[shapeOf[i]];
      ordinals[i] = kinds ? Shapes.kind(traits) : Shapes.outcome(traits);
    }
    return ordinals;
  }

  private long[] decodeSubmitters(int[] shapeOf) {
    long[] submitters = new long[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      submitters[i] = shapes.submitters[shapeOf[i]];
    }
    return submitters;
  }

  /** Times that are sent as their distance before the start. */
  private long[] decodeBefore(Column column, boolean signed, int flag, int[] shapeOf, long[] start)
      throws ProtocolException {
    long[] times = new long[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      if ((shapes.traits[shapeOf[i]] & flag) != 0) {
        times[i] = start[i] - (signed ? column.nextSigned() : column.next());
      }
    }
    return times;
  }

  private long[] decodePolls(int[] shapeOf) throws ProtocolException {
    long[] polls = new long[shapeOf.length];
    for (int i = 0; i < shapeOf.length; i++) {
      if ((shapes.traits[shapeOf[i]] & Shapes.HAS_POLL) != 0) {
        polls[i] = poll.next();
      }
    }
    return polls;
  }
}
