package dev.loopscope.agent.drain;

import dev.loopscope.protocol.Bye;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Why the session ends; the first reason holds. Safe from any thread. */
final class Ending {

  /**
   * A reason.
   *
   * @param reason for the last frame
   * @param detail for people
   * @param outletGone whether no frame can be sent any more
   */
  record Cause(Bye.Reason reason, String detail, boolean outletGone) {}

  private final AtomicReference<@Nullable Cause> cause = new AtomicReference<>();

  /** The session is to end. */
  void because(Bye.Reason reason, String detail) {
    cause.compareAndSet(null, new Cause(reason, detail, false));
  }

  /** Frames can no longer be sent. */
  void outletGone(String detail) {
    cause.set(new Cause(Bye.Reason.ERROR, detail, true));
  }

  /** Why, null while the session goes on. */
  @Nullable Cause cause() {
    return cause.get();
  }
}
