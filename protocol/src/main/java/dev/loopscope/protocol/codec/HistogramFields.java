package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.LogHistogram;

/**
 * A histogram as a byte string of varints: for each bucket that is not empty, how many buckets lie
 * between it and the one before, and its count.
 */
final class HistogramFields {

  private HistogramFields() {}

  static void encode(LogHistogram histogram, Column out) {
    out.start(2 * LogHistogram.BUCKETS);
    int next = 0;
    for (int bucket = 0; bucket < histogram.length(); bucket++) {
      long count = histogram.count(bucket);
      if (count != 0) {
        out.put(bucket - next);
        out.put(count);
        next = bucket + 1;
      }
    }
    out.finish();
  }

  static LogHistogram decode(Column in) throws ProtocolException {
    LogHistogram histogram = new LogHistogram();
    long total = 0;
    int next = 0;
    in.rewind();
    while (in.hasNext()) {
      int bucket = next + in.nextIndex(LogHistogram.BUCKETS - 1 - next);
      long count = in.next();
      total += count;
      if (count < 0 || total < 0) {
        throw new ProtocolException(
            "The data are damaged: a histogram counts more than 2^63 values.");
      }
      histogram.add(bucket, count);
      next = bucket + 1;
    }
    return histogram;
  }
}
