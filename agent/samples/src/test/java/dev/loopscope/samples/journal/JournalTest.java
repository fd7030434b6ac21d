package dev.loopscope.samples.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.support.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsSaidStartsWithTheTimeAndWhatIsPrintedDoesNot() {
    try (Journal journal = Journal.on(new PrintStream(out, true))) {
      journal.say("%d people", 7);
      journal.print("READY 100 %");
    }
    assertThat(printed().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  7 people"),
            line -> assertThat(line).isEqualTo("READY 100 %"));
  }

  @Test
  void recordsGoToTheLogFileOnly(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    try (Journal journal = Journal.on(new PrintStream(out, true), log)) {
      journal.record(JsonLine.of("test").with("number", 5).with("text", "a \"b\" \\ \n c"));
    }
    assertThat(Files.readAllLines(log))
        .containsExactly(
            "{\"event\":\"test\",\"number\":5,\"text\":\"a \\\"b\\\" \\\\ \\u000a c\"}");
    assertThat(printed()).isEmpty();
  }

  @Test
  void aReaderWhoStoppedReadingNeverBlocksTheWriterAndLossIsCounted() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    OutputStream stuck = new GatedStream(out, reading);
    int lines = 25_000;
    try (Journal journal = Journal.on(new PrintStream(stuck, true))) {
      for (int i = 0; i < lines; i++) {
        journal.print("line");
      }
      reading.countDown();
      Await.until("loss reported", () -> printed().contains("lost"));
    }
    long written = printed().lines().filter("line"::equals).count();
    assertThat(written).isBetween(10_000L, 10_001L);
    assertThat(printed()).contains("journal: " + (lines - written) + " lines lost");
  }

  private static final class GatedStream extends OutputStream {
    private final OutputStream target;
    private final CountDownLatch gate;

    GatedStream(OutputStream target, CountDownLatch gate) {
      this.target = target;
      this.gate = gate;
    }

    @Override
    public void write(int b) throws IOException {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      target.write(b);
    }
  }
}
