package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.common.Background;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** The background threads of the window; daemons, so that they never keep the program alive. */
final class WorkThreads {

  private WorkThreads() {}

  static Background start() {
    AtomicInteger number = new AtomicInteger();
    ExecutorService work =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "loopscope-work-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    return new Background(work, Platform::runLater);
  }
}
