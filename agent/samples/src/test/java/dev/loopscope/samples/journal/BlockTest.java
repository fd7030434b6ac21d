package dev.loopscope.samples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.samples.support.LogLine;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTest {
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  @Test
  void logsTheLineItStandsOnAndTheTimeUntilItsEnd(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    long before;
    StackTraceElement here;
    long after;
    try (Journal journal = Journal.on(NOWHERE, log)) {
      Block block = new BlockLog(journal).next();
      before = System.nanoTime();
      here = block.startsHere(new Throwable().getStackTrace()[0]);
      TimeUnit.NANOSECONDS.timedJoin(Thread.currentThread(), 20_000_000);
      block.ends();
      after = System.nanoTime();
    }
    LogLine line = LogLine.read(log, "block").get(0);
    assertThat(line.text("class")).isEqualTo(BlockTest.class.getName());
    assertThat(line.text("method")).isEqualTo(here.getMethodName());
    assertThat(line.number("line")).isEqualTo(here.getLineNumber());
    assertThat(line.text("thread")).isEqualTo(Thread.currentThread().getName());
    assertThat(line.number("durationNanos")).isBetween(20_000_000L, after - before);
    assertThat(line.number("startNanos")).isBetween(before, after);
  }

  @Test
  void aBlockCannotEndBeforeItStarts() {
    try (Journal journal = Journal.on(NOWHERE)) {
      Block block = new BlockLog(journal).next();
      assertThatThrownBy(block::ends).isInstanceOf(IllegalStateException.class);
    }
  }
}
