package dev.loopscope.agent.watch.system;

/**
 * A thread at one moment, as the operating system sees it.
 *
 * @param state {@code R} runs or is ready to, {@code S} waits, {@code D} waits for a device, {@code
 *     T} and {@code t} stopped from outside, {@code ?} unknown
 * @param call name of the system call that it waits in, empty when it is in none or unknown
 * @param kind what such a call waits for
 * @param subject the file or the peer of the call where it is known, otherwise empty
 * @param argument the first argument of the call, -1 when it is of no use
 */
public record SystemView(char state, String call, CallKind kind, String subject, long argument) {

  /** Nothing is known: another operating system, or the thread could not be found. */
  public static final SystemView UNKNOWN = new SystemView('?', "", CallKind.NONE, "");

  /** Of a thread whose call needs no further description. */
  public SystemView(char state, String call, CallKind kind, String subject) {
    this(state, call, kind, subject, -1);
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return state != '?';
  }

  /** Whether it runs, or could and waits for a processor. */
  public boolean isReady() {
    return state == 'R';
  }

  /** Whether the thread had given up its processor by itself. */
  public boolean waits() {
    return state == 'S' || state == 'D';
  }

  /** Whether somebody had stopped this thread or its process. */
  public boolean isStopped() {
    return state == 'T' || state == 't';
  }
}
