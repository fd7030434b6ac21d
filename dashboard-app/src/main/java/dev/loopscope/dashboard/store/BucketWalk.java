package dev.loopscope.dashboard.store;

import java.util.List;

/**
 * Goes over the buckets of a span, as coarse as the asker's cells allow. Where that level does not
 * reach back any more the next coarser one takes over, so the cost depends on the cells asked for
 * and on nothing else.
 */
final class BucketWalk {

  /**
   * Takes buckets {@code first} to {@code last} of a page; the first begins at {@code startNanos}.
   */
  interface PageVisitor {
    void visit(BucketPage page, int first, int last, long startNanos, long bucketNanos);
  }

  private BucketWalk() {}

  /** Visits every page with buckets that overlap {@code span}, newest first, no bucket twice. */
  static void walk(BucketPyramid pyramid, TimeSpan span, double cellNanos, PageVisitor visitor) {
    List<BucketLevel> levels = pyramid.levels();
    int k = 0;
    while (k + 1 < levels.size() && 1L << levels.get(k + 1).shift() <= cellNanos) {
      k++;
    }
    long until = span.toNanos();
    for (; k < levels.size() && until > span.fromNanos(); k++) {
      BucketLevel level = levels.get(k);
      boolean coarsest = k + 1 == levels.size();
      int align = coarsest ? level.shift() : levels.get(k + 1).shift();
      long reach = coarsest ? span.fromNanos() : roundUp(level.reachNanos(), align);
      long from = Math.max(span.fromNanos(), reach);
      if (from < until) {
        visit(level, from, until, visitor);
        until = from;
      }
    }
  }

  private static void visit(BucketLevel level, long from, long to, PageVisitor visitor) {
    int shift = level.shift();
    long length = 1L << shift;
    long firstBucket = from >> shift;
    long lastBucket = (to - 1) >> shift;
    long oldestPage = level.reachNanos() >> (shift + BucketPage.BITS);
    long firstPage = Math.max(firstBucket >> BucketPage.BITS, oldestPage);
    long lastPage =
        Math.min(
            lastBucket >> BucketPage.BITS, oldestPage + (BucketLevel.BUCKETS >> BucketPage.BITS));
    for (long number = firstPage; number <= lastPage; number++) {
      BucketPage page = level.page(number);
      if (page != null) {
        long base = number << BucketPage.BITS;
        int first = (int) Math.max(0, firstBucket - base);
        int last = (int) Math.min(BucketPage.BUCKETS - 1, lastBucket - base);
        visitor.visit(page, first, last, (base + first) << shift, length);
      }
    }
  }

  private static long roundUp(long nanos, int shift) {
    return nanos == Long.MIN_VALUE ? nanos : (((nanos - 1) >> shift) + 1) << shift;
  }
}
