package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.util.List;

/**
 * Coverage-guided search for bytes on which the reader does anything but answer with frames or with
 * its own exception. It starts from the golden frames, kept as {@code
 * FrameReaderFuzzTestInputs/…/*.bin}; what it reads it must also be able to write and read again.
 */
class FrameReaderFuzzTest {

  @FuzzTest(maxDuration = "20s")
  void anyBytesGiveFramesOrOurException(byte[] bytes) throws IOException {
    List<Frame> frames;
    try {
      frames = Wire.frames(bytes);
    } catch (ProtocolException e) {
      return;
    }
    Frame[] read = frames.toArray(Frame[]::new);
    assertThat(Wire.frames(Wire.bytes(read))).isEqualTo(frames);
  }
}
