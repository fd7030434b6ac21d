package dev.loopscope.dashboard.cli;

/** Something to do when the process is told to end (Ctrl+C), so that no target stays attached. */
final class OnExit {

  private final Thread hook;

  /** Does {@code action} at exit, unless it is cancelled before. */
  OnExit(Runnable action) {
    hook = new Thread(action, "loopscope-on-exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Nothing is left to do. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already and the hook runs: that is what it is for.
      return;
    }
  }
}
