package dev.loopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LogHistogramTest {

  private static final int LAST_BUCKET = 486;

  @Provide
  Arbitrary<LogHistogram> histograms() {
    return AnyFrame.histograms();
  }

  @Property
  void valueLiesWithinItsBucket(@ForAll @LongRange(min = 0) long value) {
    int bucket = LogHistogram.bucket(value);

    assertThat(value).isBetween(LogHistogram.lowest(bucket), LogHistogram.highest(bucket));
    assertThat(bucket).isBetween(0, LogHistogram.BUCKETS - 1);
  }

  @Property
  void bucketsAreNoWiderThanAnEighthOfTheirValues(@ForAll @IntRange(max = LAST_BUCKET) int bucket) {
    long lowest = LogHistogram.lowest(bucket);

    assertThat(LogHistogram.highest(bucket) - lowest).isLessThanOrEqualTo(lowest / 8);
  }

  @Property
  void largerValuesCountInLaterBuckets(
      @ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
    if (a <= b) {
      assertThat(LogHistogram.bucket(a)).isLessThanOrEqualTo(LogHistogram.bucket(b));
    }
  }

  @Property
  void sumHoldsTheCountsOfBoth(
      @ForAll("histograms") LogHistogram a, @ForAll("histograms") LogHistogram b) {
    LogHistogram sum = a.copy();
    sum.add(b);

    assertThat(sum.total()).isEqualTo(a.total() + b.total());
    for (int bucket = 0; bucket < LogHistogram.BUCKETS; bucket++) {
      assertThat(sum.count(bucket)).isEqualTo(a.count(bucket) + b.count(bucket));
    }
  }

  @Test
  void percentileIsTheHighestValueOfItsBucket() {
    LogHistogram histogram = new LogHistogram();
    for (int value = 1; value <= 100; value++) {
      histogram.record(value);
    }

    assertThat(histogram.percentile(0.5)).isBetween(50L, 56L);
    assertThat(histogram.percentile(1)).isGreaterThanOrEqualTo(100);
    assertThat(new LogHistogram().percentile(0.5)).isZero();
  }

  @Test
  void negativeValuesCountAsZero() {
    assertThat(LogHistogram.bucket(-5)).isZero();
  }

  @Test
  void clearedHistogramEqualsANewOne() {
    LogHistogram histogram = new LogHistogram();
    histogram.record(1_000);
    histogram.clear();

    assertThat(histogram).isEqualTo(new LogHistogram()).hasSameHashCodeAs(new LogHistogram());
  }
}
