package dev.loopscope.agent.bench;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;

/** How many runs the agent recorded in measured processes, and how many it lost. */
final class RecordedRuns {
  private long runs;
  private long lost;

  /**
   * Adds what the last account in a recording says.
   *
   * @throws IOException when there is none, so that nothing watched was measured
   */
  void add(Path recording) throws IOException {
    Stats last = null;
    try (RecordingReader reader = RecordingReader.open(recording)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (frame instanceof Stats stats) {
          last = stats;
        }
      }
    }
    if (last == null) {
      throw new IOException("The agent recorded nothing, so it was not measured: " + recording);
    }
    runs += last.runs();
    lost += last.lost();
  }

  @Override
  public String toString() {
    return "records " + runs + ", lost " + lost;
  }
}
