package dev.loopscope.agent.watch.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.watch.system.ThreadFiles.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadFilesTest {

  @TempDir private Path directory;
  private FakeProc proc;
  private ThreadFiles files;

  @BeforeEach
  void open() {
    proc = new FakeProc(directory);
    files = new ThreadFiles(directory);
  }

  @AfterEach
  void close() {
    files.close();
    assertThat(files.openFiles()).isZero();
  }

  private long queued(int thread) {
    return requireNonNull(files.read(thread, Kind.SCHEDULE)).number(1);
  }

  @Test
  void aFileThatIsReadAgainTellsWhatIsInItNow() throws IOException {
    proc.task(7, "worker", 100, 20);
    assertThat(queued(7)).isEqualTo(20);
    proc.task(7, "worker", 100, 3_000);
    assertThat(queued(7)).isEqualTo(3_000);
    assertThat(files.openFiles()).isOne();
  }

  @Test
  void theStateStandsBehindANameThatMayHoldBrackets() throws IOException {
    proc.state(7, 'D', "running");
    assertThat(requireNonNull(files.read(7, Kind.STATUS)).behindLast(')', 2)).isEqualTo('D');
  }

  @Test
  void aThreadThatIsNotThereHasNoFile() {
    assertThat(files.read(9, Kind.SCHEDULE)).isNull();
    assertThat(files.openFiles()).isZero();
  }

  @Test
  void fewDescriptorsAreUsedHoweverManyThreadsAreLookedAt() throws IOException {
    for (int thread = 1; thread <= ThreadFiles.MAX_OPEN + 10; thread++) {
      proc.task(thread, "worker", 100, thread);
      assertThat(queued(thread)).isEqualTo(thread);
      assertThat(queued(1)).as("in use all the time").isEqualTo(1);
    }
    assertThat(files.openFiles()).isEqualTo(ThreadFiles.MAX_OPEN);
  }

  @Test
  void whatIsNoNumberIsNone() {
    byte[] text =
        "12 x34 9999999999999999999\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    FirstBytes bytes = new FirstBytes(text, text.length);
    assertThat(bytes.number(0)).isEqualTo(12);
    assertThat(bytes.number(1)).isEqualTo(-1);
    assertThat(bytes.number(2)).as("more than a long holds").isEqualTo(-1);
    assertThat(bytes.number(3)).isEqualTo(-1);
    assertThat(bytes.behindLast('x', 1)).isEqualTo('3');
    assertThat(bytes.behindLast('y', 1)).isEqualTo('?');
    assertThat(bytes.text()).startsWith("12 x34").endsWith("9");
  }
}
