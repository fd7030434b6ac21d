package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Samples;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of a frame never change within a major version: what is in the files was written by the
 * first release and must stay readable.
 */
class GoldenBytesTest {

  static Stream<String> names() {
    return Samples.frames().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void frameIsWrittenAsItAlwaysWas(String name) throws IOException {
    assertThat(HexFormat.of().formatHex(Wire.bytes(frame(name)))).isEqualTo(Golden.hex(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void frameIsReadAsItAlwaysWas(String name) throws IOException {
    assertThat(Wire.frames(Golden.bytes(name))).containsExactly(frame(name));
  }

  private static Frame frame(String name) {
    return Objects.requireNonNull(Samples.frames().get(name));
  }
}
