package dev.loopscope.agent.bench;

import java.util.concurrent.Executors;

/** What the measured thread is. */
public enum ThreadHome {
  PLAIN("thread that is no worker") {
    @Override
    void start(Runnable command) {
      TaskWay.daemon(command).start();
    }
  },
  WORKER("worker of a thread pool, inside a task") {
    @Override
    void start(Runnable command) {
      Executors.newFixedThreadPool(1, TaskWay::daemon).execute(command);
    }
  },
  VIRTUAL("virtual thread") {
    @Override
    void start(Runnable command) {
      try {
        // JDK 21 and later, but this is compiled for 17
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, command);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Virtual threads need JDK 21 or newer.", e);
      }
    }
  };

  final String words;

  ThreadHome(String words) {
    this.words = words;
  }

  /** Runs a command on such a thread. */
  abstract void start(Runnable command);
}
