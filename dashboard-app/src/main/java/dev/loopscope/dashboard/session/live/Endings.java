package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Hello;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a live session is over. */
public final class Endings {

  private final String target;
  private final BooleanSupplier targetEnded;
  private final String kept;

  /**
   * @param targetEnded whether the process is gone; may wait a moment for it to go. False when that
   *     cannot be known
   */
  Endings(Hello hello, BooleanSupplier targetEnded) {
    this(hello, targetEnded, " What came before is here; save it to keep it.");
  }

  private Endings(Hello hello, BooleanSupplier targetEnded, String kept) {
    target = hello.process().name() + " (pid " + hello.process().pid() + ")";
    this.targetEnded = targetEnded;
    this.kept = kept;
  }

  /**
   * Those of a stream that goes straight into a file.
   *
   * @param pid the process, of this machine
   */
  public static Endings intoFile(Hello hello, long pid, Path file) {
    return new Endings(
        hello, () -> TargetProcess.hasEnded(pid), " What came before is in " + file + ".");
  }

  /** The stream ended with {@code bye}, or without one. */
  public SessionStatus of(@Nullable Bye bye) {
    if (bye == null) {
      return withoutBye("the agent closed the connection");
    }
    return switch (bye.reason()) {
      case DETACHED -> left();
      case TARGET_EXIT -> ended(target + " ended.");
      case COMPLETE ->
          ended("The agent left " + target + ": the time or size asked for is reached.");
      case ERROR ->
          failed(
              "The agent failed and left "
                  + target
                  + (bye.detail().isEmpty() ? "" : " (" + bye.detail() + ")")
                  + ". Attach again."
                  + kept);
    };
  }

  /** The stream broke. */
  public SessionStatus of(IOException failure) {
    return withoutBye(String.valueOf(failure.getMessage()));
  }

  /** This side could not take a frame. */
  SessionStatus of(RuntimeException failure) {
    return failed(
        "The agent sent something that cannot be shown (" + failure + "). Attach again." + kept);
  }

  /** The agent left because this side asked it to. */
  public SessionStatus left() {
    return ended("The agent has left " + target + ".");
  }

  private SessionStatus withoutBye(String why) {
    return targetEnded.getAsBoolean()
        ? ended(target + " ended without a word: it was killed or it crashed." + kept)
        : failed("The connection to " + target + " broke (" + why + "). Attach again." + kept);
  }

  private static SessionStatus ended(String sentence) {
    return new SessionStatus(Phase.ENDED, sentence, 1);
  }

  private static SessionStatus failed(String sentence) {
    return new SessionStatus(Phase.FAILED, sentence, 1);
  }
}
