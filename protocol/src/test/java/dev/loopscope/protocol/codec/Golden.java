package dev.loopscope.protocol.codec;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes kept as hexadecimal text files beside the tests; {@code #} begins a comment. */
public final class Golden {

  private Golden() {}

  /** The digits of the file {@code name}, without blanks and comments. */
  public static String hex(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream(name + ".hex")) {
      if (in == null) {
        throw new FileNotFoundException("no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("#.*", "")
          .replaceAll("\\s", "");
    }
  }

  public static byte[] bytes(String name) throws IOException {
    return HexFormat.of().parseHex(hex(name));
  }
}
