package dev.loopscope.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Samples;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be opened or written is refused with what happened, why, and what to do. */
class RecordingRefusalTest {

  @TempDir Path folder = Path.of("unset");

  @Test
  void headerIsWrittenAsItAlwaysWas() {
    assertThat(HexFormat.of().formatHex(FileHeader.bytes()))
        .isEqualTo("894c4f4f500d0a1a0001000000000000");
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty")), "is empty", "Choose another file");
  }

  @Test
  void otherFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "Dear diary, today I blocked a loop.");

    assertRefused(text, "is not a Loopscope recording", "Choose a file");
  }

  @Test
  void folderIsRefused() {
    assertRefused(folder, "is a folder", "Choose a file in it");
  }

  @Test
  void missingFileIsRefused() {
    assertRefused(folder.resolve("missing"), "does not exist", "Check the path");
  }

  @Test
  void newerFormatIsRefused() throws IOException {
    byte[] header = FileHeader.bytes();
    header[9] = 2;

    assertRefused(Files.write(folder.resolve("new"), header), "format 2", "open it with");
  }

  @Test
  void newerMinorFormatIsOpened() throws IOException {
    Path file = folder.resolve("minor");
    Recordings.write(file, Recordings.session(1));
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 9;
    Files.write(file, bytes);

    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(reader.hello()).isEqualTo(Samples.hello());
    }
  }

  @Test
  void recordingWithoutDataIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("header"), FileHeader.bytes());

    assertRefused(file, "holds no data", "Record again");
  }

  private static void assertRefused(Path file, String what, String next) {
    assertThatThrownBy(() -> RecordingReader.open(file))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining(what)
        .hasMessageContaining(next);
  }

  @Test
  void recordingIntoAFolderThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> RecordingWriter.create(folder.resolve("no/such/file")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> RecordingWriter.create(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void streamThatDoesNotBeginWithHelloIsRefused() throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(folder.resolve("session"))) {
      assertThatThrownBy(() -> writer.write(Recordings.run(1, 5)))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("does not begin with Hello");
    }
  }

  @Test
  void fullDiskIsOneClearErrorAndWhatWasWrittenStaysReadable() throws IOException {
    Path file = folder.resolve("session");
    List<Frame> frames = Recordings.session(30);
    try (RecordingWriter writer =
        new RecordingWriter(file, new SmallDisk(new FileOutputStream(file.toFile()), 5_000))) {
      assertThatThrownBy(
              () -> {
                for (Frame frame : frames) {
                  writer.write(frame);
                }
              })
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("What was written can be opened");
      assertThatThrownBy(() -> writer.write(Samples.hello()))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("has ended before");
    }

    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(Recordings.runIds(Recordings.read(reader))).startsWith(1L, 2L, 3L);
      assertThat(reader.end().state()).isEqualTo(RecordingEnd.State.UNFINISHED);
    }
  }

  /** Takes some bytes and then fails in the middle of a write, as a full disk does. */
  private static final class SmallDisk extends FilterOutputStream {
    private int room;

    SmallDisk(OutputStream out, int room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      int fits = Math.min(room, bytes.length);
      out.write(bytes, 0, fits);
      room -= fits;
      if (fits < bytes.length) {
        throw new IOException("No space left on device");
      }
    }
  }
}
