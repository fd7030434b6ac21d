package dev.loopscope.agent.drain;

import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The first frame of a session. */
public final class FirstFrame {
  private FirstFrame() {}

  static Hello of(
      String agentVersion, long attachedNanos, Settings settings, List<String> plugins) {
    return new Hello(
        Version.CURRENT,
        agentVersion,
        ThisProcess.describe(),
        ClockReading.now(),
        attachedNanos,
        settings,
        plugins);
  }

  /** Loads the classes that sending needs, by the same work done once for nobody. */
  public static void rehearse() {
    try {
      new FrameWriter(OutputStream.nullOutputStream())
          .write(of("", 0, Settings.DEFAULT, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("A frame could not be written to nowhere", e);
    }
  }
}
