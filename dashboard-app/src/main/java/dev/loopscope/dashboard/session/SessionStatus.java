package dev.loopscope.dashboard.session;

/**
 * Where a session stands.
 *
 * @param phase the stage
 * @param message a sentence for the user; empty when there is nothing to say
 * @param progress 0 to 1 while {@link Phase#OPENING}, otherwise 1; negative when not known
 */
public record SessionStatus(Phase phase, String message, double progress) {

  /** The stages of a session. */
  public enum Phase {
    /** Attaching, connecting or reading the file. */
    OPENING,
    /** Frames arrive. */
    LIVE,
    /** Nothing more will come: the target ended, the agent left, or the file is read. */
    ENDED,
    /** It broke; what came before is still there. */
    FAILED
  }
}
