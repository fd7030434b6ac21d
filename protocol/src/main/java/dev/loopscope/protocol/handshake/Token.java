package dev.loopscope.protocol.handshake;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret both sides must know. It never travels; its text form is passed on when the agent is
 * started. {@link #toString()} does not show it, so that it does not end up in a log.
 */
public final class Token {

  /** Whoever listens to a handshake could try out shorter ones. */
  public static final int MIN_CHARS = 16;

  private static final int RANDOM_BYTES = 16;

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** A new random token of 128 bits. */
  public static Token random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  /**
   * The token somebody was given.
   *
   * @throws IllegalArgumentException when it is too short to be safe, with a sentence for the user
   */
  public static Token of(String text) {
    if (text.length() < MIN_CHARS) {
      throw new IllegalArgumentException(
          "The token has %d characters; it needs at least %d, because a shorter one can be guessed."
              .formatted(text.length(), MIN_CHARS));
    }
    return new Token(text);
  }

  /** The secret itself, to be handed to the other side by a private way. */
  public String reveal() {
    return text;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
