package dev.loopscope.protocol.handshake;

import dev.loopscope.protocol.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** The first {@value #BYTES} bytes each side sends: who it is and a number used once. */
final class Greeting {

  static final int BYTES = 41;

  private static final byte[] MAGIC = "LSCP".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 32;

  private final byte[] bytes;

  private Greeting(byte[] bytes) {
    this.bytes = bytes;
  }

  static Greeting of(Role role, Version version) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return new Greeting(
        ByteBuffer.allocate(BYTES)
            .put(MAGIC)
            .put(role.letter)
            .putShort((short) version.major())
            .putShort((short) version.minor())
            .put(nonce)
            .array());
  }

  /**
   * The other side's greeting.
   *
   * @throws HandshakeException when it is not {@code expected}, or speaks a version this build
   *     cannot read
   */
  static Greeting parse(byte[] received, Role expected) throws HandshakeException {
    boolean ours = Arrays.equals(received, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    if (!ours || received[MAGIC.length] != expected.letter) {
      throw new HandshakeException(
          "What answered is not %s: check the address and the port.".formatted(expected.inWords));
    }
    Greeting greeting = new Greeting(received);
    Version version = greeting.version();
    if (!version.isReadable()) {
      throw new HandshakeException(
          "The other side speaks protocol %s, this one %s: use the same Loopscope on both."
              .formatted(version, Version.CURRENT));
    }
    return greeting;
  }

  Version version() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length + 1, 2 * Short.BYTES);
    return new Version(
        Short.toUnsignedInt(buffer.getShort()), Short.toUnsignedInt(buffer.getShort()));
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
