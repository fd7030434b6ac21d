package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every length is refused past its limit, with a sentence. */
class FrameCapsTest {

  static Stream<Arguments> listsAndTheirCaps() {
    return Stream.of(
        Arguments.of("hello", "plugins", Limits.MAX_KINDS),
        Arguments.of("coverage", "points", Limits.MAX_POINTS),
        Arguments.of("define", "loops", Limits.MAX_DEFINITIONS_PER_FRAME),
        Arguments.of("define", "types", Limits.MAX_DEFINITIONS_PER_FRAME),
        Arguments.of("define", "stacks", Limits.MAX_DEFINITIONS_PER_FRAME),
        Arguments.of("stall", "samples", Limits.MAX_SAMPLES_PER_STALL),
        Arguments.of("stall", "shares", Limits.MAX_SHARES_PER_STALL));
  }

  @ParameterizedTest
  @MethodSource("listsAndTheirCaps")
  void longListIsRefused(String tag, String key, int cap) throws IOException {
    byte[] frame =
        Newer.frame(
            tag,
            out -> {
              out.writeNumberField("major", 1);
              out.writeArrayFieldStart(key);
              for (int i = 0; i <= cap; i++) {
                if (key.equals("plugins")) {
                  out.writeString("");
                } else {
                  out.writeStartObject();
                  out.writeEndObject();
                }
              }
              out.writeEndArray();
            });

    assertRefused(frame, "more than the " + cap);
  }

  @Test
  void longStackIsRefused() throws IOException {
    byte[] frame =
        Newer.frame(
            "define",
            out -> {
              out.writeArrayFieldStart("stacks");
              out.writeStartObject();
              out.writeArrayFieldStart("frames");
              for (int i = 0; i <= Limits.MAX_STACK_FRAMES; i++) {
                out.writeStartObject();
                out.writeEndObject();
              }
              out.writeEndArray();
              out.writeEndObject();
              out.writeEndArray();
            });

    assertRefused(frame, "more than the 512");
  }

  @Test
  void manyKindsOfSettingsAreRefused() throws IOException {
    byte[] frame =
        Newer.frame(
            "configure",
            out -> {
              out.writeObjectFieldStart("settings");
              out.writeArrayFieldStart("kinds");
              for (int i = 0; i <= Limits.MAX_KINDS; i++) {
                out.writeStartObject();
                out.writeEndObject();
              }
              out.writeEndArray();
              out.writeEndObject();
            });

    assertRefused(frame, "more than the 256");
  }

  @Test
  void longTextIsRefused() throws IOException {
    String text = "x".repeat(Limits.MAX_STRING_CHARS + 1);

    assertRefused(Newer.frame("bye", out -> out.writeStringField("detail", text)), "");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Limits.MAX_FRAME_BYTES + 1})
  void absurdLengthIsRefused(int length) {
    assertRefused(ByteBuffer.allocate(4).putInt(length).array(), "a frame says it has");
  }

  @ParameterizedTest
  @ValueSource(ints = {Limits.MAX_RUNS_PER_BATCH + 1, Integer.MAX_VALUE})
  void manyRunsAreRefused(int runs) throws IOException {
    byte[] frame =
        Newer.frame(
            "runs",
            out -> {
              out.writeNumberField("n", runs);
              out.writeNumberField("m", 1);
            });

    assertRefused(frame, "a batch of " + runs + " runs");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void batchNeedsAShapeButNoMoreThanRuns(int shapes) throws IOException {
    byte[] frame =
        Newer.frame(
            "runs",
            out -> {
              out.writeNumberField("n", 1);
              out.writeNumberField("m", shapes);
            });

    assertRefused(frame, "1 runs in " + shapes + " shapes");
  }

  @Test
  void manyGroupsAreRefused() throws IOException {
    byte[] frame =
        Newer.frame("groups", out -> out.writeNumberField("n", Limits.MAX_GROUPS_PER_BATCH + 1));

    assertRefused(frame, "a batch of 65537 groups");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    byte[] frame =
        Newer.frame(
            "bye",
            out -> {
              out.writeFieldName("deep");
              for (int i = 0; i < 900; i++) {
                out.writeStartArray();
              }
              for (int i = 0; i < 900; i++) {
                out.writeEndArray();
              }
            });

    assertRefused(frame, "");
  }

  private static void assertRefused(byte[] frame, String sentence) {
    assertThatThrownBy(() -> Wire.frames(frame))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("The data are ")
        .hasMessageContaining(sentence);
  }
}
