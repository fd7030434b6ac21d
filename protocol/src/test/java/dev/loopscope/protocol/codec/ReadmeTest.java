package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Samples;
import dev.loopscope.protocol.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract says what the code does. */
class ReadmeTest {

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void exampleIsWhatIsWritten() throws IOException {
    String example = readme().split("```hex\n", 2)[1].split("```", 2)[0];
    String hex = example.replaceAll("#.*", "").replaceAll("\\s", "");

    assertThat(HexFormat.of().parseHex(hex)).isEqualTo(Wire.bytes(Samples.runs()));
  }

  @Test
  void versionIsCurrent() throws IOException {
    assertThat(readme()).contains("Version **" + Version.CURRENT + "**");
  }

  static Stream<Map.Entry<String, Integer>> limits() {
    return Map.of(
        "bytes of a frame", Limits.MAX_FRAME_BYTES,
        "runs, or groups, in a batch", Limits.MAX_RUNS_PER_BATCH,
        "types of a group", Limits.MAX_TYPES_PER_GROUP,
        "loops, types and stacks in one `define`, together", Limits.MAX_DEFINITIONS_PER_FRAME,
        "frames of a stack", Limits.MAX_STACK_FRAMES,
        "points", Limits.MAX_POINTS,
        "plug-ins, kinds and names with a limit of their own, own packages", Limits.MAX_KINDS,
        "hottest of a loop", Limits.MAX_HOTTEST,
        "characters (UTF-16) of a text", Limits.MAX_STRING_CHARS)
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("limits")
  void limitsAreThoseOfTheCode(Map.Entry<String, Integer> limit) throws IOException {
    assertThat(readme())
        .contains(String.format(Locale.ROOT, "| %s | %,d |", limit.getKey(), limit.getValue()))
        .contains("There are " + LogHistogram.BUCKETS);
  }

  @ParameterizedTest
  @MethodSource("dev.loopscope.protocol.codec.GoldenBytesTest#names")
  void everyFrameIsListed(String name) throws IOException {
    byte[] frame = Golden.bytes(name);
    int tagLength = frame[5] & 0x1F;
    String tag = new String(frame, 6, tagLength, StandardCharsets.US_ASCII);

    assertThat(readme()).contains("| `" + tag + "` |");
  }
}
