package dev.loopscope.dashboard.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What a loop did, in buckets of 131 µs, 262 µs and so on. Guarded by its lane.
 *
 * <p>Each level keeps its newest 4,096 buckets, so a coarser level reaches twice as far back as the
 * next finer one and all of them together are bounded for ever. A level comes into being, filled
 * from the finer one, just before that would lose its first bucket; so the coarsest level always
 * reaches back to the beginning.
 *
 * <p>Every run goes to every level. To make that cheap, what falls into the same finest bucket one
 * after the other is added up first and goes up once: {@link #flush} does that and must be called
 * before somebody reads.
 */
final class BucketPyramid {

  static final int FINEST_SHIFT = 17;

  private static final int COARSEST_SHIFT = 50;

  private final List<BucketLevel> levels = new ArrayList<>();
  private long first = Long.MAX_VALUE;

  private long pending = Long.MIN_VALUE;
  private long pendingBusy;
  private long pendingRuns;
  private long pendingPiece;
  private int pendingKind = -1;
  private int pendingType;
  private int pendingFlags;

  BucketPyramid() {
    levels.add(new BucketLevel(FINEST_SHIFT));
  }

  /**
   * Adds a run or a group.
   *
   * @param busyNanos time in runs within {@code [from, to]}, spread evenly over it
   * @param runs how many runs ended, all just before {@code to}
   * @param flags hold for every bucket that is touched
   * @param endFlags hold for the last bucket
   */
  void add(
      long from, long to, long busyNanos, long runs, int kind, int type, int flags, int endFlags) {
    long last = Math.max(from, to - 1) >> FINEST_SHIFT;
    if (from >> FINEST_SHIFT != last) {
      flush();
      grow(from, to);
      for (BucketLevel level : levels) {
        spread(level, from, to, busyNanos, kind, type, flags);
      }
      gather(last, 0, runs, 0, -1, 0, endFlags);
    } else {
      gather(last, busyNanos, runs, busyNanos, kind, type, flags | endFlags);
    }
  }

  /** Adds {@code flags} to the bucket of {@code nanos}. */
  void mark(long nanos, int flags) {
    gather(nanos >> FINEST_SHIFT, 0, 0, 0, -1, 0, flags);
  }

  private void gather(
      long bucket, long busyNanos, long runs, long pieceNanos, int kind, int type, int flags) {
    if (bucket != pending) {
      flush();
      pending = bucket;
    }
    pendingBusy += busyNanos;
    pendingRuns += runs;
    pendingFlags |= flags;
    if (kind >= 0 && (pieceNanos > pendingPiece || pendingKind < 0)) {
      pendingPiece = pieceNanos;
      pendingKind = kind;
      pendingType = type;
    }
  }

  /** Brings what was gathered into the levels. */
  void flush() {
    if (pending == Long.MIN_VALUE) {
      return;
    }
    grow(pending << FINEST_SHIFT, pending << FINEST_SHIFT);
    for (BucketLevel level : levels) {
      level.add(
          pending >> (level.shift() - FINEST_SHIFT),
          pendingBusy,
          pendingRuns,
          pendingPiece,
          pendingKind,
          pendingType,
          pendingFlags);
    }
    pending = Long.MIN_VALUE;
    pendingBusy = 0;
    pendingRuns = 0;
    pendingPiece = 0;
    pendingKind = -1;
    pendingType = 0;
    pendingFlags = 0;
  }

  private static void spread(
      BucketLevel level, long from, long to, long busyNanos, int kind, int type, int flags) {
    int shift = level.shift();
    double density = busyNanos / (double) (to - from);
    long lastBucket = (to - 1) >> shift;
    for (long b = Math.max(from >> shift, lastBucket - BucketLevel.BUCKETS); b <= lastBucket; b++) {
      long overlap = Math.min(to, (b + 1) << shift) - Math.max(from, b << shift);
      long busy = Math.round(overlap * density);
      level.add(b, busy, 0, busy, kind, type, flags);
    }
  }

  private void grow(long from, long to) {
    first = Math.min(first, from);
    BucketLevel coarsest = levels.get(levels.size() - 1);
    while (((to >> coarsest.shift()) - (first >> coarsest.shift()))
            >= BucketLevel.BUCKETS - BucketPage.BUCKETS
        && coarsest.shift() < COARSEST_SHIFT) {
      BucketLevel coarser = new BucketLevel(coarsest.shift() + 1);
      coarser.addAll(coarsest);
      levels.add(coarser);
      coarsest = coarser;
    }
  }

  /** The levels, finest first. */
  List<BucketLevel> levels() {
    return levels;
  }

  /**
   * Gives back memory: the finest level that can reaches half as far back from now on. The coarsest
   * stays, because nothing else knows the beginning. False when there is nothing to give.
   */
  boolean tryShorten() {
    for (BucketLevel level : levels.subList(0, levels.size() - 1)) {
      if (level.canShorten()) {
        level.shorten();
        return true;
      }
    }
    return false;
  }

  long memoryBytes() {
    long bytes = 128;
    for (BucketLevel level : levels) {
      bytes += level.memoryBytes();
    }
    return bytes;
  }
}
