package dev.loopscope.dashboard.attach;

/**
 * A JVM on this machine, as far as it can be told without touching it.
 *
 * @param pid process id
 * @param name main class or jar, without arguments, which may hold secrets
 * @param javaVersion for example {@code "17.0.15"}; empty when unknown
 * @param user who runs it; empty when unknown
 * @param obstacle a sentence why it cannot be attached, empty when nothing is known to be in the
 *     way
 */
public record RunningJvm(long pid, String name, String javaVersion, String user, String obstacle) {

  public boolean isAttachable() {
    return obstacle.isEmpty();
  }
}
