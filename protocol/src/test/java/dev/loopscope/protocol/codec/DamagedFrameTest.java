package dev.loopscope.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.AnyFrame;
import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes, the reader answers with frames or with its own exception. */
class DamagedFrameTest {

  @ParameterizedTest
  @MethodSource("dev.loopscope.protocol.codec.GoldenBytesTest#names")
  void everyCutIsNoticed(String name) throws IOException {
    byte[] whole = Golden.bytes(name);
    assertThat(Wire.frames(new byte[0])).isEmpty();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Wire.frames(cut))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("end in the middle of a frame");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.loopscope.protocol.codec.GoldenBytesTest#names")
  void everyFlippedBitGivesFramesOrOurException(String name) throws IOException {
    byte[] bytes = Golden.bytes(name);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      readTolerantly(bytes);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.loopscope.protocol.codec.GoldenBytesTest#names")
  void everyCutContentGivesOurException(String name) throws IOException {
    byte[] whole = Golden.bytes(name);
    for (int length = 1; length < whole.length - 4; length++) {
      byte[] cut = Arrays.copyOf(whole, 4 + length);
      cut[2] = (byte) (length >> 8);
      cut[3] = (byte) length;
      assertThatThrownBy(() -> Wire.frames(cut)).isInstanceOf(ProtocolException.class);
    }
  }

  @Provide
  Arbitrary<Frame> frames() {
    return AnyFrame.frames();
  }

  @Property(tries = 300)
  void randomDamageGivesFramesOrOurException(
      @ForAll("frames") Frame frame, @ForAll List<Integer> damage) {
    byte[] bytes = Wire.bytes(frame);
    for (int change : damage) {
      bytes[Math.floorMod(change >> 8, bytes.length)] = (byte) change;
    }
    assertThat(readTolerantly(bytes)).isNotNull();
  }

  private static List<Frame> readTolerantly(byte[] bytes) {
    try {
      return Wire.frames(bytes);
    } catch (ProtocolException e) {
      assertThat(e).hasMessageStartingWith("The data ");
      return List.of();
    } catch (IOException e) {
      throw new AssertionError("only ProtocolException is allowed", e);
    }
  }
}
