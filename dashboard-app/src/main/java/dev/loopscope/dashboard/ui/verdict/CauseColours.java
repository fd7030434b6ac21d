package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.protocol.Stall.Cause;

/**
 * The colours of causes: one for what the JVM did, one for each thing that code did. Words stand
 * beside them always.
 */
final class CauseColours {

  private CauseColours() {}

  /** An opaque RGB colour that white text can be read on. */
  static int of(Cause cause) {
    return switch (cause) {
      case GC, SAFEPOINT, FROZEN -> 0x7a4bd1;
      case LOCK -> 0xb3261e;
      case SLEEP, WAIT -> 0xa65200;
      case BLOCKING_IO -> 0x0b7565;
      case CPU -> 0x00629b;
      case STARVED -> 0x6d4c00;
      case UNKNOWN -> 0x5f6873;
    };
  }

  static String css(Cause cause) {
    return String.format("-fx-background-color: #%06x;", of(cause));
  }
}
