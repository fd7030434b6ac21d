package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that do not fit together are refused. */
class DamagedRunsTest {

  private static final String MINUS_ONE = "ffffffffffffffffff01";

  static Stream<Arguments> wrongColumns() {
    return Stream.of(
        Arguments.of("shapes", "00", "fewer entries"),
        Arguments.of("shapes", "000000000000", "more entries"),
        Arguments.of("shapes", "0004000000", "allowed are 0 to 3"),
        Arguments.of("shapes", "0000030000", "allowed are 0 to 2"),
        Arguments.of("shapes", "0000001000", "allowed are 0 to 15"),
        Arguments.of("shapes", MINUS_ONE + "00000000", "allowed are 0 to 2147483647"),
        Arguments.of("shape", "0001", "allowed are 0 to 0"),
        Arguments.of("shape", "01", "allowed are 0 to 0"),
        Arguments.of("gap", "02", "fewer entries"),
        Arguments.of("id", "020202", "more entries"),
        Arguments.of("dur", "80", "does not end"),
        Arguments.of("dur", "ffffffffffffffffffff01", "does not end"),
        Arguments.of("dur", MINUS_ONE + "00", "ends before it starts"),
        Arguments.of("wait", "05", "more entries"));
  }

  @ParameterizedTest
  @MethodSource("wrongColumns")
  void wrongColumnIsRefused(String key, String hex, String sentence) throws IOException {
    byte[] frame =
        Newer.frame(
            "runs",
            out -> {
              out.writeNumberField("n", 2);
              out.writeNumberField("m", 1);
              out.writeBinaryField(key, HexFormat.of().parseHex(hex));
            });

    assertThatThrownBy(() -> Wire.frames(frame))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(sentence);
  }
}
