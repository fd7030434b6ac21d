package dev.loopscope.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, what comes before the damage is read, and the rest is reported. */
class DamagedRecordingTest {

  @TempDir Path folder = Path.of("unset");
  private Path file = Path.of("unset");
  private byte[] whole = {};
  private List<Frame> frames = List.of();
  private List<ChunkInfo> chunks = List.of();

  @BeforeEach
  void record() throws IOException {
    file = folder.resolve("session");
    Recordings.write(file, Recordings.session(4));
    whole = Files.readAllBytes(file);
    try (RecordingReader reader = RecordingReader.open(file)) {
      frames = Recordings.read(reader);
      chunks = reader.chunks();
    }
  }

  @Test
  void fileCutAtAnyByteOpensUpToTheCut() throws IOException {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      if (length < chunks.get(0).endOffset()) {
        assertThatThrownBy(() -> RecordingReader.open(file)).isInstanceOf(RecordingException.class);
        continue;
      }
      try (RecordingReader reader = RecordingReader.open(file)) {
        List<Frame> read = Recordings.read(reader);
        assertThat(read).isEqualTo(frames.subList(0, read.size()));
        assertThat(reader.end().state()).isEqualTo(RecordingEnd.State.UNFINISHED);
        assertThat(reader.chunks()).hasSize(wholeChunks(length));
      }
    }
  }

  private int wholeChunks(int length) {
    return (int) chunks.stream().filter(chunk -> chunk.endOffset() <= length).count();
  }

  @Test
  void flippedBitAnywhereIsNoticedOrHarmless() throws IOException {
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(file, damaged);
      readUpToTheDamage(at);
    }
  }

  private void readUpToTheDamage(int at) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      List<Frame> read = Recordings.read(reader);
      assertThat(read).isEqualTo(frames.subList(0, read.size()));
      if (read.size() < frames.size()) {
        assertThat(reader.end().state()).isEqualTo(RecordingEnd.State.DAMAGED);
        assertThat(reader.end().atByte()).isLessThanOrEqualTo(at);
        assertThat(reader.end().sentence()).contains("damaged at byte");
      }
    } catch (RecordingException e) {
      assertThat((long) at).isLessThan(chunks.get(0).endOffset());
    }
  }

  @Test
  void chunkBehindDamageCanStillBeSought() throws IOException {
    whole[(int) chunks.get(1).endOffset() - 1] ^= 1;
    Files.write(file, whole);

    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(Recordings.read(reader)).hasSizeLessThan(frames.size());
      reader.seek(2);
      assertThat(Recordings.runIds(Recordings.read(reader))).isNotEmpty();
    }
  }

  @Test
  void unclosedRecordingOpensUpToTheLastSecond() throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : Recordings.session(20)) {
        writer.write(frame);
      }
      try (RecordingReader reader = RecordingReader.open(file)) {
        List<Long> ids = Recordings.runIds(Recordings.read(reader));
        assertThat(ids).contains(1L).endsWith(19L, 20L);
        assertThat(reader.end().sentence()).contains("was not closed");
      }
    }
  }

  @Test
  void damagedIndexDoesNotHideTheChunks() throws IOException {
    whole[(int) chunks.get(chunks.size() - 1).endOffset() + 9] ^= 1;
    Files.write(file, whole);

    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(reader.chunks()).isEqualTo(chunks);
      assertThat(Recordings.read(reader)).isEqualTo(frames);
      assertThat(reader.end().sentence()).contains("the index there is wrong");
    }
  }
}
