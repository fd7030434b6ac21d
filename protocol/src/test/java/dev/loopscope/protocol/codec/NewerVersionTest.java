package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Samples;
import dev.loopscope.protocol.Stall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewerVersionTest {

  @ParameterizedTest
  @MethodSource("dev.loopscope.protocol.codec.GoldenBytesTest#names")
  void unknownFieldsAreSkippedAtAnyDepth(String name) throws IOException {
    Frame expected = Wire.frames(Golden.bytes(name)).get(0);

    assertThat(Wire.frames(Newer.withUnknownFields(Golden.bytes(name)))).containsExactly(expected);
  }

  @Test
  void unknownFramesAreSkipped() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(Newer.frame("hologram", out -> out.writeNumberField("depth", 3)));
    stream.write(Wire.bytes(Samples.hello()));
    stream.write(Newer.frame("hologram", out -> {}));

    assertThat(Wire.frames(stream.toByteArray())).containsExactly(Samples.hello());
  }

  @Test
  void furtherElementsOfAFrameAreSkipped() throws IOException {
    byte[] frame =
        Newer.frame(
            out -> {
              out.writeStartArray();
              out.writeString("detach");
              out.writeStartObject();
              out.writeEndObject();
              out.writeStartArray();
              out.writeEndArray();
              out.writeEndArray();
            });

    assertThat(Wire.frames(frame)).hasSize(1);
  }

  @Test
  void newerMinorIsRead() throws IOException {
    byte[] frame =
        Newer.frame(
            "hello",
            out -> {
              out.writeNumberField("major", 1);
              out.writeNumberField("minor", 99);
            });

    assertThat(((Hello) Wire.frames(frame).get(0)).version().minor()).isEqualTo(99);
  }

  @Test
  void newerMajorIsRefusedWithASentenceBeforeAnythingElseIsRead() throws IOException {
    byte[] frame =
        Newer.frame(
            "hello",
            out -> {
              out.writeNumberField("major", 2);
              out.writeStringField("process", "means something else now");
            });

    assertThatThrownBy(() -> Wire.frames(frame))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("newer Loopscope")
        .hasMessageContaining("update this one");
  }

  @Test
  void helloWithoutVersionIsRefused() throws IOException {
    byte[] frame = Newer.frame("hello", out -> out.writeStringField("agent", "0.1"));

    assertThatThrownBy(() -> Wire.frames(frame))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("which version");
  }

  @Test
  void causeOfAStallThatIsNotKnownYetIsUnknown() throws IOException {
    byte[] frame =
        Newer.frame(
            "stall",
            out -> {
              out.writeArrayFieldStart("shares");
              out.writeStartObject();
              out.writeNumberField("cause", 77);
              out.writeEndObject();
              out.writeEndArray();
            });

    Stall stall = (Stall) Wire.frames(frame).get(0);

    assertThat(stall.shares().get(0).cause()).isEqualTo(Stall.Cause.UNKNOWN);
  }
}
