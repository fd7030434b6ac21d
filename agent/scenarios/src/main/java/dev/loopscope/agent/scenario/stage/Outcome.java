package dev.loopscope.agent.scenario.stage;

/**
 * How right the agent was about one play of a scenario.
 *
 * @param found whether it told of the stall, or of the pause where no code is to blame
 * @param causeRight whether the cause was right; without a code to blame, whether none was blamed
 * @param culpritRight whether the right frame was blamed; without a code to blame, the same as
 *     {@code causeRight}
 * @param told what it said, for people
 */
public record Outcome(boolean found, boolean causeRight, boolean culpritRight, String told) {

  /** Whether everything was right. */
  public boolean isRight() {
    return found && causeRight && culpritRight;
  }
}
