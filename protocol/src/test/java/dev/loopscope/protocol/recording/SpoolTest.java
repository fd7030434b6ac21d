package dev.loopscope.protocol.recording;

import static dev.loopscope.protocol.recording.Recordings.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Samples;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path folder = Path.of("unset");

  private static void fill(Spool spool, int seconds) throws IOException {
    for (Frame frame : Recordings.session(seconds)) {
      spool.write(frame);
    }
  }

  private static List<Frame> read(Path file) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(reader.end().state()).isEqualTo(RecordingEnd.State.COMPLETE);
      assertThat(reader.hello()).isEqualTo(Samples.hello());
      return Recordings.read(reader);
    }
  }

  @Test
  void saveKeepsTheTimeBeforeItAndTheSessionGoesOn() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 3);
      Path first = folder.resolve("first");
      spool.saveTo(first);
      spool.write(Recordings.run(99, 4 * SECOND));
      Path second = folder.resolve("second");
      spool.saveTo(second);

      assertThat(Recordings.runIds(read(first))).containsExactly(1L, 2L, 3L);
      assertThat(Recordings.runIds(read(second))).containsExactly(1L, 2L, 3L, 99L);
    }
  }

  @Test
  void oldChunksAreDroppedByAgeAndNamesStayKnown() throws IOException {
    try (Spool spool = new Spool(Spool.DEFAULT_MAX_BYTES, Duration.ofSeconds(5))) {
      fill(spool, 60);
      Path file = folder.resolve("saved");
      spool.saveTo(file);

      List<Frame> frames = read(file);
      assertThat(Recordings.runIds(frames)).endsWith(59L, 60L).hasSizeBetween(4, 8);
      assertThat(spool.fromNanos()).isGreaterThan(50 * SECOND);
      assertThat(frames)
          .filteredOn(Definitions.class::isInstance)
          .flatMap(frame -> ((Definitions) frame).types())
          .contains(Samples.definitions().types().get(0));
    }
  }

  @Test
  void oldChunksAreDroppedBySize() throws IOException {
    long limit = 20_000;
    try (Spool spool = new Spool(limit, LONG)) {
      fill(spool, 300);
      assertThat(spool.bytes()).isBetween(limit / 2, limit);
      Path file = folder.resolve("saved");
      spool.saveTo(file);

      assertThat(Recordings.runIds(read(file))).endsWith(300L).doesNotContain(1L);
    }
  }

  @Test
  void clipHoldsTheChunksOfItsTime() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 30);
      Path file = folder.resolve("clip");
      spool.saveTo(file, 10 * SECOND, 12 * SECOND);

      assertThat(Recordings.runIds(read(file))).contains(10L, 11L, 12L).hasSizeLessThan(8);
    }
  }

  @Test
  void clipSaysFromWhenOnItTellsAndAWholeRecordingBeginsAtAttach() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 30);
      Path clip = folder.resolve("clip");
      spool.saveTo(clip, 10 * SECOND, 12 * SECOND);
      Path whole = folder.resolve("whole");
      spool.saveTo(whole);

      assertThat(from(clip)).isBetween(8 * SECOND, 10 * SECOND);
      assertThat(from(whole)).isEqualTo(Samples.hello().attachedNanos());
    }
  }

  @Test
  void longRunThatEndsInAClipDoesNotMoveItsBeginning() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 20);
      Run run = new Run(99, 0, 7, RunKind.TASK, Outcome.DONE, 0, 0, SECOND, 21 * SECOND, 0, 31);
      spool.write(new RunBatch(1, RunColumns.of(run)));
      spool.write(Samples.loopState(22 * SECOND));
      Path clip = folder.resolve("clip");
      spool.saveTo(clip, 21 * SECOND, 22 * SECOND);

      assertThat(Recordings.runIds(read(clip))).contains(99L);
      assertThat(from(clip)).isBetween(17 * SECOND, 21 * SECOND);
    }
  }

  private static long from(Path file) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      return reader.fromNanos();
    }
  }

  @Test
  void clipBeginsWithTheNewestFactsOfEachLoopBeforeIt() throws IOException {
    try (Spool spool = new Spool()) {
      List<Frame> session = Recordings.session(30);
      spool.write(session.get(0));
      spool.write(new LoopFacts(1, SECOND / 2, 1, 0, 0, List.of()));
      spool.write(new LoopFacts(1, SECOND / 2 + 1, 1_024, 0, 0, List.of()));
      for (Frame frame : session.subList(1, session.size())) {
        spool.write(frame);
      }
      Path file = folder.resolve("clip");
      spool.saveTo(file, 20 * SECOND, 22 * SECOND);

      assertThat(read(file))
          .filteredOn(LoopFacts.class::isInstance)
          .extracting(frame -> ((LoopFacts) frame).channels())
          .containsExactly(1_024L);
    }
  }

  @Test
  void clipBeginsWithTheLastWordOnVirtualThreadsAndOnTheAgent() throws IOException {
    try (Spool spool = new Spool()) {
      List<Frame> session = Recordings.session(30);
      spool.write(session.get(0));
      VirtualThreads older = new VirtualThreads(SECOND / 2, 1, 0, 0, 2, 2, 1, 0);
      VirtualThreads newest = new VirtualThreads(SECOND / 2 + 1, 2, 1, 0, 2, 2, 1, 0);
      Stats stats = new Stats(SECOND / 2 + 2, 3, 0, 12, 5000, 20, 1000, -1, 1, 2, 3, 0, "");
      spool.write(older);
      spool.write(newest);
      spool.write(stats);
      for (Frame frame : session.subList(1, session.size())) {
        spool.write(frame);
      }
      Path file = folder.resolve("clip");
      spool.saveTo(file, 20 * SECOND, 22 * SECOND);

      assertThat(read(file)).contains(newest, stats).doesNotContain(older);
    }
  }

  @Test
  void clipOfATimeThatIsNotKeptIsRefused() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 3);
      assertThatThrownBy(() -> spool.saveTo(folder.resolve("clip"), 90 * SECOND, 91 * SECOND))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("nothing of that time is kept");
    }
  }

  @Test
  void failedSaveLeavesTheOlderFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("older"), "precious");
    Path target = Files.createDirectory(folder.resolve("target"));
    try (Spool spool = new Spool()) {
      fill(spool, 3);
      assertThatThrownBy(() -> spool.saveTo(target))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("cannot be saved");
      assertThatThrownBy(() -> spool.saveTo(file, 90 * SECOND, 91 * SECOND))
          .isInstanceOf(RecordingException.class);
      assertThat(file).hasContent("precious");
      spool.saveTo(file);
      assertThat(Recordings.runIds(read(file))).hasSize(3);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void interruptedThreadCanSaveAndTheSpoolStaysGood() throws IOException {
    try (Spool spool = new Spool()) {
      fill(spool, 3);
      Path file = folder.resolve("saved");
      Thread.currentThread().interrupt();
      spool.saveTo(file);
      spool.write(Recordings.run(4, 4 * SECOND));
      assertThat(Thread.interrupted()).isTrue();
      spool.saveTo(file);

      assertThat(Recordings.runIds(read(file))).endsWith(4L);
    }
  }

  @Test
  void closedSpoolRefusesFrames() throws IOException {
    Spool spool = new Spool();
    fill(spool, 2);
    spool.close();

    assertThatThrownBy(() -> spool.write(Samples.hello()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(spool.bytes()).isZero();
  }
}
