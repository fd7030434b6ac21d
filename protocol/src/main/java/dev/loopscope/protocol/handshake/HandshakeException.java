package dev.loopscope.protocol.handshake;

import java.io.IOException;

/** The other side is not who it should be. The message is a sentence for the user. */
public final class HandshakeException extends IOException {

  private static final long serialVersionUID = 1L;

  public HandshakeException(String message) {
    super(message);
  }

  public HandshakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
