package dev.loopscope.dashboard.cli;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small recording: one loop, one run of 200 ms, 2 s long. */
final class MadeRecording {

  static final List<Frame> FRAMES =
      List.of(
          new Hello(
              Version.CURRENT,
              "test",
              new ProcessInfo(4711, "chat-server", "17.0.15", "OpenJDK", "Linux amd64", 2, 0),
              new Clock(1_000_000_000L, 1_700_000_000_000_000_000L),
              1_000_000_000L,
              Settings.DEFAULT,
              List.of("netty")),
          new Definitions(
              List.of(new Definitions.Loop(1, "worker-1", "worker", "netty-nio", 21, "Netty 4.1")),
              List.of(new Definitions.TaskType(1, "com.acme.FlushTask")),
              List.of()),
          new RunBatch(
              1,
              RunColumns.of(
                  new Run(
                      1,
                      0,
                      1,
                      RunKind.TASK,
                      Outcome.DONE,
                      1_400_000_000L,
                      0,
                      1_500_000_000L,
                      1_700_000_000L,
                      0,
                      1))),
          new Bye(3_000_000_000L, Bye.Reason.DETACHED, ""));

  private MadeRecording() {}

  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("made.loopscope");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : FRAMES) {
        writer.write(frame);
      }
    }
    return file;
  }
}
