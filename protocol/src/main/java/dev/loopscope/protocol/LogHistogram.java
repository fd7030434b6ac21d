package dev.loopscope.protocol;

import java.util.Arrays;

/**
 * Counts of durations by logarithmic bucket: 8 buckets an octave, so a value is known to 12.5 %.
 * The bucket of a value depends on nothing but the value, so histograms of different origin add up.
 *
 * <p>Bucket {@code b} for values below 16 is the value itself; above, with {@code e} the position
 * of the value's highest bit, {@code b = (e - 3) * 8 + (value >>> (e - 3))}. This is the log-linear
 * layout of HdrHistogram with 8 sub-buckets. Not thread-safe.
 */
public final class LogHistogram {

  private static final int SUB_BITS = 3;

  /** One more than the bucket of {@code Long.MAX_VALUE}. */
  public static final int BUCKETS = bucket(Long.MAX_VALUE) + 1;

  private long[] counts = new long[0];

  /** The bucket in which {@code value} counts; negative values count as 0. */
  public static int bucket(long value) {
    if (value < 16) {
      return (int) Math.max(0, value);
    }
    int shift = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
    return (shift << SUB_BITS) + (int) (value >>> shift);
  }

  /** The smallest value that counts in {@code bucket}. */
  public static long lowest(int bucket) {
    if (bucket < 16) {
      return bucket;
    }
    int shift = (bucket >> SUB_BITS) - 1;
    return (long) (bucket - (shift << SUB_BITS)) << shift;
  }

  /** The largest value that counts in {@code bucket}. */
  public static long highest(int bucket) {
    return bucket + 1 >= BUCKETS ? Long.MAX_VALUE : lowest(bucket + 1) - 1;
  }

  public void record(long value) {
    add(bucket(value), 1);
  }

  /** Adds {@code count} values to {@code bucket}. */
  public void add(int bucket, long count) {
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(BUCKETS, Math.max(bucket + 1, counts.length * 2)));
    }
    counts[bucket] += count;
  }

  public void add(LogHistogram other) {
    for (int b = 0; b < other.counts.length; b++) {
      if (other.counts[b] != 0) {
        add(b, other.counts[b]);
      }
    }
  }

  /** How many values count in {@code bucket}. */
  public long count(int bucket) {
    return bucket < counts.length ? counts[bucket] : 0;
  }

  /** One more than the highest bucket that may hold anything. */
  public int length() {
    return counts.length;
  }

  /** How many values there are in all. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /**
   * The value below or at which a share {@code p} (0 to 1) of all values lies, as the highest value
   * of its bucket; 0 when empty.
   */
  public long percentile(double p) {
    long rank = (long) Math.ceil(p * total());
    long seen = 0;
    for (int b = 0; b < counts.length; b++) {
      seen += counts[b];
      if (seen >= rank && seen > 0) {
        return highest(b);
      }
    }
    return 0;
  }

  public void clear() {
    Arrays.fill(counts, 0);
  }

  public LogHistogram copy() {
    LogHistogram copy = new LogHistogram();
    copy.counts = counts.clone();
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof LogHistogram that)) {
      return false;
    }
    int n = Math.max(counts.length, that.counts.length);
    for (int b = 0; b < n; b++) {
      if (count(b) != that.count(b)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int b = 0; b < counts.length; b++) {
      hash += Long.hashCode(counts[b]) * (b + 31);
    }
    return hash;
  }

  @Override
  public String toString() {
    return "LogHistogram[" + total() + " values]";
  }
}
