package dev.loopscope.protocol;

/**
 * Time in which the whole JVM stood still: never to be blamed on code that happened to be running.
 *
 * @param cause why
 * @param fromNanos start
 * @param toNanos end
 * @param detail for people, for example {@code "G1 Young Generation, end of minor GC, G1 Evacuation
 *     Pause"}
 */
public record Pause(Cause cause, long fromNanos, long toNanos, String detail) implements Frame {

  /** Why the JVM stood still. The order is part of the protocol. */
  public enum Cause {
    GC,
    SAFEPOINT,
    /** Stopped from outside: a debugger, SIGSTOP, a suspended machine. */
    FROZEN
  }
}
