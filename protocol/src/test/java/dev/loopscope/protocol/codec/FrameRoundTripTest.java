package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.AnyFrame;
import dev.loopscope.protocol.AnyRun;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.RunBatch;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameRoundTripTest {

  @Provide
  Arbitrary<List<Frame>> streams() {
    return AnyFrame.frames().list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<RunBatch> batches() {
    return AnyRun.batches();
  }

  @Property
  void framesComeBackAsTheyWere(@ForAll("streams") List<Frame> frames) throws IOException {
    assertThat(Wire.frames(Wire.bytes(frames.toArray(Frame[]::new)))).isEqualTo(frames);
  }

  @Property
  void runsComeBackAsTheyWere(@ForAll("batches") RunBatch batch) throws IOException {
    assertThat(Wire.frames(Wire.bytes(batch))).containsExactly(batch);
  }
}
