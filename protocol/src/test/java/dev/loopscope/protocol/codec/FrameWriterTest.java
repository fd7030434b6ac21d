package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Samples;
import dev.loopscope.protocol.Stall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

  @Test
  void batchOverTheCapGoesAsSeveral() throws IOException {
    int count = Limits.MAX_RUNS_PER_BATCH * 2 + 1;
    RunColumns runs = new RunColumns(count);
    for (int i = 0; i < count; i++) {
      runs.add(i + 1, 0, 1, 0, 0, 0, 0, i * 10L, i * 10L + 5, 0, 0);
    }

    RunColumns joined = new RunColumns(count);
    for (Frame frame : Wire.frames(Wire.bytes(new RunBatch(1, runs)))) {
      RunColumns part = ((RunBatch) frame).runs();
      assertThat(part.size()).isLessThanOrEqualTo(Limits.MAX_RUNS_PER_BATCH);
      IntStream.range(0, part.size()).mapToObj(part::run).forEach(joined::add);
    }
    assertThat(joined).isEqualTo(runs);
  }

  @Test
  void definitionsTooLargeForAFrameGoAsSeveral() throws IOException {
    String longName = "x".repeat(Limits.MAX_STRING_CHARS);
    List<Definitions.TaskType> types =
        IntStream.range(1, 3_000).mapToObj(i -> new Definitions.TaskType(i, longName)).toList();

    List<Frame> frames = Wire.frames(Wire.bytes(new Definitions(List.of(), types, List.of())));

    assertThat(frames).hasSizeGreaterThan(1);
    assertThat(frames).flatMap(frame -> ((Definitions) frame).types()).isEqualTo(types);
  }

  @Test
  void longTextLosesItsEndButNoHalfCharacter() throws IOException {
    String text = "x" + "\uD83D\uDE80".repeat(Limits.MAX_STRING_CHARS);

    Bye bye = (Bye) Wire.frames(Wire.bytes(new Bye(1, Bye.Reason.ERROR, text))).get(0);

    assertThat(bye.detail()).hasSizeLessThanOrEqualTo(Limits.MAX_STRING_CHARS).endsWith("…");
    assertThat(text).startsWith(bye.detail().substring(0, bye.detail().length() - 1));
  }

  @Test
  void halfCharacterInATextDoesNotEndTheStream() throws IOException {
    assertThat(Wire.frames(Wire.bytes(new Bye(1, Bye.Reason.ERROR, "a\uD83Db")))).hasSize(1);
  }

  @Test
  void refusedFrameLeavesTheStreamGood() throws IOException {
    Stall good = Samples.stall();
    Stall bad =
        new Stall(
            1,
            1,
            good.run(),
            1,
            2,
            3,
            Collections.nCopies(Limits.MAX_SAMPLES_PER_STALL + 1, good.samples().get(0)),
            0,
            -1,
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FrameWriter writer = new FrameWriter(out)) {
      writer.write(Samples.hello());
      assertThatThrownBy(() -> writer.write(bad))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("has 65 entries, the protocol allows 64");
      writer.write(good);
      writer.flush();
      assertThat(writer.bytesWritten()).isEqualTo(out.size());
      assertThat(writer.framesWritten()).isEqualTo(2);
    }

    assertThat(Wire.frames(out.toByteArray())).containsExactly(Samples.hello(), good);
  }
}
