package dev.loopscope.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * The newest 4,096 buckets of one size. A ring of pages that come into being when something happens
 * in them, so that idle time costs nothing.
 */
final class BucketLevel {

  static final int BUCKETS = 1 << 12;

  private static final int PAGES = BUCKETS >> BucketPage.BITS;
  private static final int FEWEST_PAGES = PAGES / 16;

  private final int shift;
  private final @Nullable BucketPage[] pages = new BucketPage[PAGES];
  private long newestPage = Long.MIN_VALUE;
  private int kept = PAGES;
  private int allocated;

  /**
   * @param shift a bucket lasts {@code 2^shift} nanoseconds
   */
  BucketLevel(int shift) {
    this.shift = shift;
  }

  int shift() {
    return shift;
  }

  /** The first moment that the ring still reaches. */
  long reachNanos() {
    return newestPage == Long.MIN_VALUE
        ? Long.MIN_VALUE
        : (newestPage - kept + 1) << (shift + BucketPage.BITS);
  }

  /** The page of this number to read, null when nothing happened in it or it is gone. */
  @Nullable BucketPage page(long number) {
    BucketPage page = pages[(int) (number & (PAGES - 1))];
    return page != null && page.number() == number && number > newestPage - kept ? page : null;
  }

  /** The page to write, null when it is older than the ring reaches. */
  private @Nullable BucketPage touch(long number) {
    if (newestPage != Long.MIN_VALUE && number <= newestPage - kept) {
      return null;
    }
    int slot = (int) (number & (PAGES - 1));
    if (number > newestPage) {
      newestPage = number;
      if (kept < PAGES) {
        dropOld();
      }
    }
    BucketPage page = pages[slot];
    if (page == null) {
      page = new BucketPage(number);
      pages[slot] = page;
      allocated++;
    } else if (page.number() != number) {
      page.reuse(number);
    }
    return page;
  }

  private void dropOld() {
    for (int slot = 0; slot < PAGES; slot++) {
      BucketPage page = pages[slot];
      if (page != null && page.number() <= newestPage - kept) {
        pages[slot] = null;
        allocated--;
      }
    }
  }

  /** Whether {@link #shorten} can still give anything back. */
  boolean canShorten() {
    return kept > FEWEST_PAGES && allocated > FEWEST_PAGES;
  }

  /** Reaches back half as far from now on: the next coarser level knows the rest. */
  void shorten() {
    kept /= 2;
    dropOld();
  }

  /** Adds to the bucket of this number; see {@link BucketPage#add}. Nothing when it is too old. */
  void add(long bucket, long busyNanos, long runs, long pieceNanos, int kind, int type, int flags) {
    BucketPage page = touch(bucket >> BucketPage.BITS);
    if (page != null) {
      int i = (int) (bucket & (BucketPage.BUCKETS - 1));
      page.add(i, busyNanos, runs, pieceNanos, kind, type, flags);
    }
  }

  /** Adds everything of the next finer level. */
  void addAll(BucketLevel finer) {
    int halves = shift - finer.shift;
    for (BucketPage page : finer.pages) {
      for (int i = 0; page != null && i < BucketPage.BUCKETS; i++) {
        if (!page.isEmpty(i)) {
          add(
              ((page.number() << BucketPage.BITS) + i) >> halves,
              page.busyNanos(i),
              page.count(i),
              page.longestNanos(i),
              page.kind(i),
              page.type(i),
              page.flags(i));
        }
      }
    }
  }

  long memoryBytes() {
    return allocated * BucketPage.BYTES + PAGES * 8L;
  }
}
