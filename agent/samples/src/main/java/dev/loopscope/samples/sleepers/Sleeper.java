package dev.loopscope.samples.sleepers;

import dev.loopscope.samples.journal.JsonLine;
import dev.loopscope.samples.journal.Moment;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A task that takes a while without blocking: on its loop it only sets an alarm and returns; its
 * promise is kept when the alarm goes off.
 */
abstract class Sleeper implements Runnable {
  private final String name;
  private final Bedroom bedroom;
  private final Promise<Void> awake;
  private final Moment submitted = Moment.now();
  private Moment start = submitted;

  Sleeper(String name, Bedroom bedroom) {
    this.name = name;
    this.bedroom = bedroom;
    this.awake = bedroom.loop().newPromise();
  }

  /** The sleeper's own alarm; its class name is what a viewer shows for the timer. */
  abstract Runnable alarm();

  @Override
  public void run() {
    start = Moment.now();
    Duration nap = bedroom.nap();
    bedroom.journal().say("sleeper %s starts on %s", name, Thread.currentThread().getName());
    bedroom.loop().schedule(alarm(), nap.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Called by the alarm, on the loop again. */
  void wakeUp() {
    Moment end = Moment.now();
    String thread = Thread.currentThread().getName();
    bedroom
        .journal()
        .say(
            "sleeper %s ends after %.1f ms; nanos %d to %d, wall %s to %s",
            name,
            start.nanosUntil(end) / 1e6,
            start.nanos(),
            end.nanos(),
            start.wall(),
            end.wall());
    bedroom
        .journal()
        .record(
            JsonLine.of("sleeper")
                .with("name", name)
                .with("class", getClass().getName())
                .with("thread", thread)
                .with("submittedNanos", submitted.nanos())
                .with("startNanos", start.nanos())
                .with("endNanos", end.nanos())
                .with("startEpochMicros", start.epochMicros())
                .with("startWall", start.wall().toString())
                .with("durationNanos", start.nanosUntil(end)));
    awake.setSuccess(null);
  }

  /** Kept when the sleeper is awake again. */
  Promise<Void> awake() {
    return awake;
  }
}
