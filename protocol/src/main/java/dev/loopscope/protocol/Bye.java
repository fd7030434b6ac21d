package dev.loopscope.protocol;

/**
 * The last frame: why the session ends.
 *
 * @param atNanos when
 * @param reason why
 * @param detail for people; may be empty
 */
public record Bye(long atNanos, Reason reason, String detail) implements Frame {

  /** Why a session ends. */
  public enum Reason {
    /** The dashboard asked the agent to leave. */
    DETACHED,
    /** The target is shutting down. */
    TARGET_EXIT,
    /** The time or size that was asked for is reached. */
    COMPLETE,
    /** Something of ours failed; the detail says what. */
    ERROR
  }
}
