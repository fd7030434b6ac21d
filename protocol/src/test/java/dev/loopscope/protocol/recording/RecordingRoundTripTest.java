package dev.loopscope.protocol.recording;

import static dev.loopscope.protocol.recording.Recordings.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.AnyFrame;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Samples;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRoundTripTest {

  @TempDir Path folder = Path.of("unset");

  @Provide
  Arbitrary<List<Frame>> streams() {
    return AnyFrame.frames().filter(frame -> !(frame instanceof Hello)).list().ofMaxSize(20);
  }

  @Property(tries = 200)
  void framesComeBackInOrderAndNamesMayBeSaidAgain(@ForAll("streams") List<Frame> stream)
      throws IOException {
    Path file = Files.createTempFile("round-trip", ".loopscope");
    try {
      List<Frame> frames = new ArrayList<>(List.of(Samples.hello()));
      frames.addAll(stream);
      Recordings.write(file, frames);
      try (RecordingReader reader = RecordingReader.open(file)) {
        assertThat(Recordings.withoutDefinitions(Recordings.read(reader)))
            .isEqualTo(Recordings.withoutDefinitions(frames));
        assertThat(reader.end().state()).isEqualTo(RecordingEnd.State.COMPLETE);
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void chunkEndsAfterASecond() throws IOException {
    Path file = folder.resolve("session");
    Recordings.write(file, Recordings.session(10));

    try (RecordingReader reader = RecordingReader.open(file)) {
      assertThat(reader.chunks()).hasSizeBetween(5, 10);
      assertThat(reader.chunks())
          .allSatisfy(
              chunk ->
                  assertThat(chunk.toNanos() - chunk.fromNanos()).isLessThanOrEqualTo(2 * SECOND));
    }
  }

  @Test
  void chunkInTheMiddleStandsAlone() throws IOException {
    List<Frame> frames = Recordings.session(5);
    Settings changed = new Settings(7, Map.of(), 9);
    frames.add(3, new Command.Configure(changed));
    Path file = folder.resolve("session");
    Recordings.write(file, frames);

    try (RecordingReader reader = RecordingReader.open(file)) {
      reader.seekToTime(4 * SECOND);
      List<Frame> read = Recordings.read(reader);

      assertThat(read.get(0)).isEqualTo(Samples.hello());
      assertThat(read).contains(new Command.Configure(changed));
      assertThat(read.stream().filter(LoopState.class::isInstance).findFirst())
          .hasValueSatisfying(
              state -> assertThat(((LoopState) state).atNanos()).isLessThan(4 * SECOND));
      assertThat(read)
          .filteredOn(Definitions.class::isInstance)
          .flatMap(frame -> ((Definitions) frame).types())
          .contains(Samples.definitions().types().get(0));
      assertThat(read)
          .filteredOn(Definitions.class::isInstance)
          .flatMap(frame -> ((Definitions) frame).stacks())
          .as("no stall refers to the stack")
          .isEmpty();
      assertThat(Recordings.runIds(read)).containsExactly(4L, 5L);
    }
  }

  @Test
  void openStallIsRepeatedWithItsStackUntilItEnds() throws IOException {
    List<Frame> frames = Recordings.session(1);
    frames.add(Samples.stall());
    frames.addAll(Recordings.session(4).subList(4, 10));
    Path file = folder.resolve("session");
    Recordings.write(file, frames);

    try (RecordingReader reader = RecordingReader.open(file)) {
      reader.seek(reader.chunks().size() - 1);
      List<Frame> read = Recordings.read(reader);

      assertThat(read).contains(Samples.stall());
      assertThat(read)
          .filteredOn(Definitions.class::isInstance)
          .flatMap(frame -> ((Definitions) frame).stacks())
          .isEqualTo(Samples.definitions().stacks());
    }
  }

  @Test
  void contextIsAsItWasWhenTheChunkBegan() throws IOException {
    List<Frame> frames = Recordings.session(4);
    Definitions.TaskType renamed = new Definitions.TaskType(7, "com.example.Renamed");
    frames.add(new Definitions(List.of(), List.of(renamed), List.of()));
    frames.add(Recordings.run(5, 4 * SECOND + 1));
    Path file = folder.resolve("session");
    Recordings.write(file, frames);

    try (RecordingReader reader = RecordingReader.open(file)) {
      reader.seek(reader.chunks().size() - 1);

      assertThat(Recordings.read(reader))
          .filteredOn(Definitions.class::isInstance)
          .flatMap(frame -> ((Definitions) frame).types())
          .containsExactly(Samples.definitions().types().get(0), renamed);
    }
  }

  @Test
  void rewoundReaderReadsTheSameAgain() throws IOException {
    Path file = folder.resolve("session");
    Recordings.write(file, Recordings.session(3));

    try (RecordingReader reader = RecordingReader.open(file)) {
      List<Frame> once = Recordings.read(reader);
      assertThat(reader.position()).isEqualTo(reader.chunks().size());
      reader.rewind();
      assertThat(Recordings.read(reader)).isEqualTo(once);
      assertThat(reader.hello()).isEqualTo(Samples.hello());
    }
  }
}
