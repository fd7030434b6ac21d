package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunSizeTest {

  private static final int RUNS = 4096;
  private static final double BUDGET_BYTES = 9.5;

  /** Every value is random, with microseconds between runs: no loop is less regular than this. */
  @Test
  void runTakesAtMostNineAndAHalfBytes() {
    Random random = new Random(7);
    RunColumns runs = new RunColumns(RUNS);
    long end = 1_000_000_000_000L;
    for (int i = 0; i < RUNS; i++) {
      long id = (5L << 40) + i;
      long start = end + random.nextInt(8_000);
      end = start + random.nextInt(16_000);
      long parent = random.nextBoolean() ? id - 1 - random.nextInt(50) : 0;
      runs.add(
          new Run(
              id,
              parent,
              1 + random.nextInt(10),
              RunKind.TASK,
              Outcome.DONE,
              start - random.nextInt(2_000_000),
              0,
              start,
              end,
              0,
              random.nextInt(8)));
    }

    double bytes = Wire.bytes(new RunBatch(1, runs)).length / (double) RUNS;

    assertThat(bytes).isLessThanOrEqualTo(BUDGET_BYTES);
  }
}
