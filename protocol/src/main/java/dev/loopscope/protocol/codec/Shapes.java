package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import java.util.Arrays;

/**
 * What the runs of a batch have in common. A loop runs the same few tasks over and over, so that
 * type, kind, outcome and submitting thread, together with which of the optional times are known,
 * repeat: each distinct combination is a shape, sent once a batch, and a run says its shape in one
 * byte. The optional columns have entries only for runs whose shape says so.
 *
 * <p>Writing looks shapes up in an open-addressing hash table that is kept from batch to batch.
 */
final class Shapes {

  static final int HAS_PARENT = 1;
  static final int HAS_SUBMITTED = 2;
  static final int HAS_DUE = 4;
  static final int HAS_POLL = 8;
  private static final int ALL_FLAGS = 15;

  private static final int KINDS = RunKind.values().length;
  private static final int OUTCOMES = Outcome.values().length;
  private static final int NUMBERS_PER_SHAPE = 5;

  int size;
  int[] types = new int[16];

  /** Kind, outcome and flags, packed: flags lowest, then two bits each. */
  int[] traits = new int[16];

  long[] submitters = new long[16];

  /** The parent of the last run of each shape: parents advance within a shape, not across. */
  long[] lastParent = new long[16];

  private int[] slots = new int[64];
  private int last;
  private long firstParent;

  /** Forgets all shapes. {@code firstParent} is what the first parent of each is compared with. */
  void clear(long firstParent) {
    size = 0;
    last = 0;
    this.firstParent = firstParent;
    Arrays.fill(slots, 0);
  }

  static int flags(int traits) {
    return traits & ALL_FLAGS;
  }

  static byte kind(int traits) {
    return (byte) (traits >> 4 & 3);
  }

  static byte outcome(int traits) {
    return (byte) (traits >> 6);
  }

  private static int traits(int kind, int outcome, int flags) {
    return outcome << 6 | kind << 4 | flags;
  }

  /** The shape of run {@code i}: a known one or a new one. */
  int of(RunColumns runs, int i) {
    int flags =
        (runs.parent(i) != 0 ? HAS_PARENT : 0)
            | (runs.submittedNanos(i) != 0 ? HAS_SUBMITTED : 0)
            | (runs.dueNanos(i) != 0 ? HAS_DUE : 0)
            | (runs.pollNanos(i) != 0 ? HAS_POLL : 0);
    int type = runs.type(i);
    int trait = traits(runs.kind(i), runs.outcome(i), flags);
    long submitter = runs.submitter(i);
    if (last < size && is(last, type, trait, submitter)) {
      return last;
    }
    last = find(type, trait, submitter);
    return last;
  }

  private boolean is(int shape, int type, int trait, long submitter) {
    return types[shape] == type && traits[shape] == trait && submitters[shape] == submitter;
  }

  private int find(int type, int trait, long submitter) {
    int mask = slots.length - 1;
    int slot = hash(type, trait, submitter) & mask;
    while (slots[slot] != 0) {
      int shape = slots[slot] - 1;
      if (is(shape, type, trait, submitter)) {
        return shape;
      }
      slot = slot + 1 & mask;
    }
    int shape = append(type, trait, submitter);
    slots[slot] = shape + 1;
    if (size * 2 > slots.length) {
      rehash(slots.length * 2);
    }
    return shape;
  }

  private void rehash(int length) {
    slots = new int[length];
    for (int shape = 0; shape < size; shape++) {
      int slot = hash(types[shape], traits[shape], submitters[shape]) & length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & length - 1;
      }
      slots[slot] = shape + 1;
    }
  }

  private static int hash(int type, int trait, long submitter) {
    long mixed = (submitter * 31 + type * 257L + trait) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private int append(int type, int trait, long submitter) {
    if (size == types.length) {
      types = Arrays.copyOf(types, size * 2);
      traits = Arrays.copyOf(traits, size * 2);
      submitters = Arrays.copyOf(submitters, size * 2);
      lastParent = Arrays.copyOf(lastParent, size * 2);
    }
    types[size] = type;
    traits[size] = trait;
    submitters[size] = submitter;
    lastParent[size] = firstParent;
    return size++;
  }

  void write(Column out) {
    out.start(size * NUMBERS_PER_SHAPE);
    for (int shape = 0; shape < size; shape++) {
      out.put(types[shape]);
      out.put(kind(traits[shape]));
      out.put(outcome(traits[shape]));
      out.put(flags(traits[shape]));
      out.put(submitters[shape]);
    }
    out.finish();
  }

  /** Reads {@code count} shapes; the caller has capped the count. */
  void read(Column in, int count) throws ProtocolException {
    for (int shape = 0; shape < count; shape++) {
      int type = in.nextIndex(Integer.MAX_VALUE);
      int kind = in.nextIndex(KINDS - 1);
      int outcome = in.nextIndex(OUTCOMES - 1);
      int flags = in.nextIndex(ALL_FLAGS);
      append(type, traits(kind, outcome, flags), in.next());
    }
    in.requireEnd();
  }

  static void requireCount(int count, int runs) throws ProtocolException {
    if (count < 0 || count > runs || runs > Limits.MAX_RUNS_PER_BATCH || (runs > 0 && count == 0)) {
      throw new ProtocolException(
          "The data are refused: a batch of %d runs in %d shapes (at most %d runs, a shape each)."
              .formatted(runs, count, Limits.MAX_RUNS_PER_BATCH));
    }
  }
}
