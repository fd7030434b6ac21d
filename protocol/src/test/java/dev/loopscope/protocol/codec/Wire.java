package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Frames to bytes and back, in memory. */
public final class Wire {

  private Wire() {}

  public static byte[] bytes(Frame... frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FrameWriter writer = new FrameWriter(out)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static List<Frame> frames(byte[] bytes) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes))) {
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
