package dev.loopscope.protocol.codec;

import java.io.IOException;

/**
 * The bytes are not what the protocol allows. The message is a sentence for the user. What follows
 * in the stream cannot be trusted: close it.
 */
public final class ProtocolException extends IOException {

  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }

  public ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
