package dev.loopscope.protocol;

import java.util.Arrays;

/**
 * Many runs of one loop, a column a field, in the order in which they ended. Reading is safe from
 * any thread once the object is built; building is for one thread.
 *
 * <p>Row {@code i} of every column belongs to the same run; see {@link Run} for the meaning of the
 * fields. This shape, not a list of {@link Run}, is what travels and what is stored, because
 * millions of runs a second pass through.
 */
public final class RunColumns {

  private int size;
  private long[] ids;
  private long[] parents;
  private int[] types;
  private byte[] kinds;
  private byte[] outcomes;
  private long[] submitted;
  private long[] due;
  private long[] start;
  private long[] end;
  private long[] poll;
  private long[] submitters;

  /** Empty columns with room for {@code capacity} runs; they grow when that is not enough. */
  public RunColumns(int capacity) {
    int room = Math.max(4, capacity);
    ids = new long[room];
    parents = new long[room];
    types = new int[room];
    kinds = new byte[room];
    outcomes = new byte[room];
    submitted = new long[room];
    due = new long[room];
    start = new long[room];
    end = new long[room];
    poll = new long[room];
    submitters = new long[room];
  }

  /**
   * Columns that are filled already. The arrays are taken over, not copied: nobody may change them
   * afterwards. {@code kinds} and {@code outcomes} hold ordinals.
   *
   * @throws IllegalArgumentException when the arrays differ in length
   */
  public RunColumns(
      long[] ids,
      long[] parents,
      int[] types,
      byte[] kinds,
      byte[] outcomes,
      long[] submitted,
      long[] due,
      long[] start,
      long[] end,
      long[] poll,
      long[] submitters) {
    size = ids.length;
    if (parents.length != size
        || types.length != size
        || kinds.length != size
        || outcomes.length != size
        || submitted.length != size
        || due.length != size
        || start.length != size
        || end.length != size
        || poll.length != size
        || submitters.length != size) {
      throw new IllegalArgumentException("The columns of a batch have different lengths.");
    }
    this.ids = ids;
    this.parents = parents;
    this.types = types;
    this.kinds = kinds;
    this.outcomes = outcomes;
    this.submitted = submitted;
    this.due = due;
    this.start = start;
    this.end = end;
    this.poll = poll;
    this.submitters = submitters;
  }

  /** The columns of {@code runs}, in their order. */
  public static RunColumns of(Run... runs) {
    RunColumns columns = new RunColumns(runs.length);
    for (Run run : runs) {
      columns.add(run);
    }
    return columns;
  }

  public void add(Run run) {
    add(
        run.id(),
        run.parent(),
        run.type(),
        run.kind().ordinal(),
        run.outcome().ordinal(),
        run.submittedNanos(),
        run.dueNanos(),
        run.startNanos(),
        run.endNanos(),
        run.pollNanos(),
        run.submitter());
  }

  /**
   * Appends one run without making an object of it; {@code kind} and {@code outcome} are ordinals.
   */
  public void add(
      long id,
      long parent,
      int type,
      int kind,
      int outcome,
      long submittedNanos,
      long dueNanos,
      long startNanos,
      long endNanos,
      long pollNanos,
      long submitter) {
    if (size == ids.length) {
      grow(Math.max(4, size * 2));
    }
    int i = size++;
    ids[i] = id;
    parents[i] = parent;
    types[i] = type;
    kinds[i] = (byte) kind;
    outcomes[i] = (byte) outcome;
    submitted[i] = submittedNanos;
    due[i] = dueNanos;
    start[i] = startNanos;
    end[i] = endNanos;
    poll[i] = pollNanos;
    submitters[i] = submitter;
  }

  /** Forgets all rows and keeps the room, for a writer that fills the same columns again. */
  public void clear() {
    size = 0;
  }

  private void grow(int room) {
    ids = Arrays.copyOf(ids, room);
    parents = Arrays.copyOf(parents, room);
    types = Arrays.copyOf(types, room);
    kinds = Arrays.copyOf(kinds, room);
    outcomes = Arrays.copyOf(outcomes, room);
    submitted = Arrays.copyOf(submitted, room);
    due = Arrays.copyOf(due, room);
    start = Arrays.copyOf(start, room);
    end = Arrays.copyOf(end, room);
    poll = Arrays.copyOf(poll, room);
    submitters = Arrays.copyOf(submitters, room);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long id(int i) {
    return ids[i];
  }

  public long parent(int i) {
    return parents[i];
  }

  public int type(int i) {
    return types[i];
  }

  /** Ordinal of the {@link RunKind}. */
  public int kind(int i) {
    return kinds[i];
  }

  /** Ordinal of the {@link Outcome}. */
  public int outcome(int i) {
    return outcomes[i];
  }

  public long submittedNanos(int i) {
    return submitted[i];
  }

  public long dueNanos(int i) {
    return due[i];
  }

  /** As {@link Run#readyNanos()}. */
  public long readyNanos(int i) {
    return Readiness.nanos(kind(i), submittedNanos(i), dueNanos(i), startNanos(i));
  }

  public long startNanos(int i) {
    return start[i];
  }

  public long endNanos(int i) {
    return end[i];
  }

  public long pollNanos(int i) {
    return poll[i];
  }

  public long submitter(int i) {
    return submitters[i];
  }

  /** Row {@code i} as an object, for the few places that look at single runs. */
  public Run run(int i) {
    return new Run(
        ids[i],
        parents[i],
        types[i],
        KINDS[kinds[i]],
        OUTCOMES[outcomes[i]],
        submitted[i],
        due[i],
        start[i],
        end[i],
        poll[i],
        submitters[i]);
  }

  private static final RunKind[] KINDS = RunKind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RunColumns that) || that.size != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!run(i).equals(that.run(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + run(i).hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return "RunColumns[" + size + " runs]";
  }
}
