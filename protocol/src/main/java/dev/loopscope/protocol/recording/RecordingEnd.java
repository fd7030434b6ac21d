package dev.loopscope.protocol.recording;

/**
 * How a recording ends.
 *
 * @param state whether all of it is there
 * @param atByte where in the file the readable part ends
 * @param sentence for the user
 */
public record RecordingEnd(State state, long atByte, String sentence) {

  /** Whether all of a recording is there. */
  public enum State {
    /** The writer closed it. */
    COMPLETE,
    /** The writer died or is still at work: all up to the last second is there. */
    UNFINISHED,
    /** Bytes were changed: what comes before them is good. */
    DAMAGED
  }

  static RecordingEnd complete(long atByte) {
    return new RecordingEnd(State.COMPLETE, atByte, "The recording is complete.");
  }

  static RecordingEnd unfinished(long atByte, long bytesLeft) {
    return new RecordingEnd(
        State.UNFINISHED,
        atByte,
        "The recording was not closed: whoever wrote it stopped or was killed."
            + " Everything up to its last second is here"
            + (bytesLeft > 0
                ? "; %d bytes of an unfinished piece are left out.".formatted(bytesLeft)
                : "."));
  }

  /** {@code why} is a clause or a sentence; its full stop is dropped. */
  static RecordingEnd damaged(long atByte, String why) {
    String clause = why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    return new RecordingEnd(
        State.DAMAGED,
        atByte,
        "The recording is damaged at byte %d (%s). What comes before can be read."
            .formatted(atByte, clause));
  }
}
