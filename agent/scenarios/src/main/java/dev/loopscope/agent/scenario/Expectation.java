package dev.loopscope.agent.scenario;

import dev.loopscope.protocol.Stall.Cause;
import java.util.Set;

/**
 * What the agent must say of a scenario.
 *
 * @param causes the cause must be one of these; when there are several, what happens in the JVM
 *     cannot be told apart from outside
 * @param together all of {@link #causes} must have a share
 * @param codeAlert whether code is to blame; otherwise there must be a pause of the JVM of that
 *     cause, if there is one, and no alert that blames code
 * @param holders how many threads hold each other up
 * @param deadlock whether they do so for ever
 */
public record Expectation(
    Set<Cause> causes, boolean together, boolean codeAlert, int holders, boolean deadlock) {

  public Expectation {
    causes = Set.copyOf(causes);
  }

  static Expectation blamed(Cause cause) {
    return new Expectation(Set.of(cause), false, true, 0, false);
  }

  static Expectation eitherOf(Cause one, Cause other) {
    return new Expectation(Set.of(one, other), false, true, 0, false);
  }

  static Expectation mixOf(Cause one, Cause other) {
    return new Expectation(Set.of(one, other), true, true, 0, false);
  }

  static Expectation locked(int holders) {
    return new Expectation(Set.of(Cause.LOCK), false, true, holders, false);
  }

  static Expectation deadlocked() {
    return new Expectation(Set.of(Cause.LOCK), false, true, 2, true);
  }

  static Expectation nothing() {
    return new Expectation(Set.of(), false, false, 0, false);
  }

  static Expectation noCodeAlert(Cause pause) {
    return new Expectation(Set.of(pause), false, false, 0, false);
  }
}
