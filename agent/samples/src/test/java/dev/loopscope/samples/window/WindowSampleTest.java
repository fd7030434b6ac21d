package dev.loopscope.samples.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.support.Await;
import dev.loopscope.samples.support.LogLine;
import dev.loopscope.samples.support.SampleProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowSampleTest {

  @Test
  void eventThreadIsBlockedFromTimeToTime(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    try (SampleProcess window =
        SampleProcess.start(
            directory, "window", "--block", "150ms", "--every", "100ms", "--log", log.toString())) {
      window.awaitLine("READY");
      Await.until("a block is logged", () -> !LogLine.read(log, "block").isEmpty());

      LogLine block = LogLine.read(log, "block").get(0);
      assertThat(block.text("thread")).isEqualTo("AWT-EventQueue-0");
      assertThat(block.text("method")).isEqualTo("block");
      assertThat(block.number("durationNanos")).isGreaterThanOrEqualTo(150_000_000L);
    }
  }
}
