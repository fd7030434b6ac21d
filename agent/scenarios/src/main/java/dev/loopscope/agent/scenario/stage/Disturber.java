package dev.loopscope.agent.scenario.stage;

import static java.util.Objects.requireNonNull;

import dev.loopscope.agent.scenario.Disturbance;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does to a program from outside what a scenario asks for. */
final class Disturber implements AutoCloseable {

  private final ScenarioJvm jvm;

  /** Stays: a program listens for the next debugger at another port. */
  private @Nullable Debugger debugger;

  Disturber(ScenarioJvm jvm) {
    this.jvm = jvm;
  }

  /** Gets ready, so that the disturbance itself begins at once. */
  void prepare(Disturbance disturbance) throws IOException {
    boolean debugs =
        disturbance == Disturbance.JVM_SUSPENDED || disturbance == Disturbance.LOOP_SUSPENDED;
    if (debugs && debugger == null) {
      debugger = Debugger.attach(jvm.greeting());
    }
  }

  /** Holds the program up for so long; returns when it goes on. */
  void disturb(Disturbance disturbance, long millis) throws IOException, InterruptedException {
    switch (disturbance) {
      case NONE -> {}
      case STOPPED -> {
        signal("STOP");
        try {
          TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
          signal("CONT");
        }
      }
      case JVM_SUSPENDED, LOOP_SUSPENDED -> {
        requireNonNull(debugger, "prepared").suspend(disturbance, millis);
      }
    }
  }

  @Override
  public void close() {
    if (debugger != null) {
      debugger.close();
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(jvm.pid())).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("The scenario program could not be sent the signal " + name + ".");
    }
  }
}
