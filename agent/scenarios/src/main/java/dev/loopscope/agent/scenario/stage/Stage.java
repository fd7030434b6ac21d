package dev.loopscope.agent.scenario.stage;

import dev.loopscope.agent.scenario.Disturbance;
import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.Setting;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with the agent in it, in which scenarios are played one after the other. */
public final class Stage implements AutoCloseable {

  /** After that the agent has said its last word about a stall. */
  private static final long LAST_WORD_NANOS = 700_000_000L;

  private static final int MAX_TRIES = 10;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Frames frames;
  private final ScenarioJvm jvm;
  private final Disturber disturber;
  private long lastNanos;

  /**
   * Starts the program and loads the agent.
   *
   * @param java the {@code java} command of the JDK to use
   * @param agentJar the packed agent
   */
  public Stage(Path java, Setting setting, Path agentJar) throws IOException {
    frames = new Frames();
    try {
      jvm = new ScenarioJvm(java, setting.jvmOptions());
    } catch (IOException e) {
      frames.close();
      throw e;
    }
    disturber = new Disturber(jvm);
    try {
      jvm.loadAgent(agentJar, frames.agentOptions());
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Plays a scenario to its end and returns what the program says of it. */
  public Truth play(Scenario scenario, long millis) throws IOException, InterruptedException {
    disturber.prepare(scenario.disturbance());
    jvm.ask("begin " + scenario.name() + ' ' + millis);
    disturb(scenario.disturbance(), millis);
    Truth truth = Truth.parse(jvm.ask("end"));
    lastNanos = System.nanoTime();
    return truth;
  }

  /** Again, when it hit the loop between two runs. */
  private void disturb(Disturbance disturbance, long millis)
      throws IOException, InterruptedException {
    if (disturbance != Disturbance.NONE) {
      int tries = 0;
      jvm.ask("disturb");
      do {
        disturber.disturb(disturbance, millis);
        tries++;
      } while (!jvm.ask("held").equals("true") && tries < MAX_TRIES);
    }
  }

  /**
   * Waits until nothing more will be told of what was played.
   *
   * @return all frames so far
   */
  public List<Frame> settled() throws IOException, InterruptedException {
    long until = lastNanos + LAST_WORD_NANOS;
    if (!frames.await(Stats.class, stats -> stats.atNanos() > until, PATIENCE_NANOS)) {
      throw new IOException("The agent stopped talking.");
    }
    return frames.all();
  }

  @Override
  public void close() throws IOException {
    disturber.close();
    jvm.close();
    frames.close();
  }
}
