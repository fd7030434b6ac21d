package dev.loopscope.agent.watch;

/** Pauses as a test tells them. */
final class FakePauses implements JvmPauses {

  final PauseLog log = new PauseLog();
  long doubt;
  long untold;

  @Override
  public PauseLog log() {
    return log;
  }

  @Override
  public long doubtNanos(long fromNanos, long toNanos) {
    return Math.min(doubt, toNanos - fromNanos);
  }

  @Override
  public long untoldNanos(long fromNanos, long toNanos) {
    return untold;
  }
}
