package dev.loopscope.dashboard.session;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Streams and files to replay. */
final class Recordings {

  private Recordings() {}

  /** {@code seconds} seconds of a loop with a task every 100 ms and one block. */
  static List<Frame> stream(int seconds) {
    List<Frame> frames = new ArrayList<>(List.of(Frames.hello(), Frames.names()));
    frames.add(Frames.stall(1, 999, 100, 280, 0));
    frames.add(Frames.stall(1, 999, 100, 280, 440));
    for (int second = 1; second <= seconds; second++) {
      long from = second * 1000L;
      for (int i = 0; i < 10; i++) {
        long at = from + i * 100L;
        frames.add(Frames.runs(Frames.task(at, 0, at, at + 1, at + 5)));
      }
      frames.add(Frames.waiting(from + 990));
    }
    frames.add(Frames.bye(seconds * 1000L + 1000));
    return frames;
  }

  static Path write(Path file, List<Frame> frames) throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    return file;
  }
}
