package dev.loopscope.protocol.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Test case 2 of RFC 4231. */
  @Test
  void shortKeyGivesWhatTheStandardSays() {
    byte[] data = "what do ya want for nothing?".getBytes(US_ASCII);

    assertThat(hex(HmacSha256.of("Jefe".getBytes(US_ASCII), data)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void keysOfEveryLengthGiveWhatThePlatformsOwnGives() throws Exception {
    Random random = new Random(7);
    Mac mac = Mac.getInstance("HmacSHA256");
    for (int length = 1; length < 200; length++) {
      byte[] key = new byte[length];
      byte[] data = new byte[3 * length];
      random.nextBytes(key);
      random.nextBytes(data);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));

      byte[] head = Arrays.copyOf(data, length);
      byte[] tail = Arrays.copyOfRange(data, length, data.length);
      assertThat(HmacSha256.of(key, head, tail)).isEqualTo(mac.doFinal(data));
    }
  }
}
