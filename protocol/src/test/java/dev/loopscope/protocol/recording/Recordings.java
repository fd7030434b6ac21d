package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small sessions and what is read back from a file. */
final class Recordings {

  static final long SECOND = 1_000_000_000L;

  private Recordings() {}

  /** Hello, names, and then a run and a loop state a second. */
  static List<Frame> session(int seconds) {
    List<Frame> frames = new ArrayList<>();
    frames.add(Samples.hello());
    frames.add(Samples.definitions());
    for (int second = 1; second <= seconds; second++) {
      frames.add(run(second, second * SECOND));
      frames.add(Samples.loopState(second * SECOND));
    }
    return frames;
  }

  static RunBatch run(long id, long endNanos) {
    Run run =
        new Run(
            id,
            0,
            7,
            RunKind.TASK,
            Outcome.DONE,
            endNanos - 300,
            0,
            endNanos - 200,
            endNanos,
            0,
            31);
    return new RunBatch(1, RunColumns.of(run));
  }

  static void write(Path file, List<Frame> frames) throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
  }

  static List<Frame> read(RecordingReader reader) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
      frames.add(frame);
    }
    return frames;
  }

  static List<Frame> withoutDefinitions(List<Frame> frames) {
    return frames.stream().filter(frame -> !(frame instanceof Definitions)).toList();
  }

  static List<Long> runIds(List<Frame> frames) {
    return frames.stream()
        .filter(RunBatch.class::isInstance)
        .map(frame -> ((RunBatch) frame).runs().id(0))
        .toList();
  }
}
