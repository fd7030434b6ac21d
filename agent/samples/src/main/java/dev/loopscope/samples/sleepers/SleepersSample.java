package dev.loopscope.samples.sleepers;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import java.time.Duration;
import java.util.List;

/** {@link Sleepers} as a program: one cycle, or one every so often. */
public final class SleepersSample implements Sample {

  @Override
  public String name() {
    return "sleepers";
  }

  @Override
  public String summary() {
    return "A then B, one after the other; then C and D side by side, on one event loop";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        new OptionSpec("nap", "TIME", "1s", "how long each sleeper sleeps"),
        new OptionSpec("after", "TIME", "0", "wait this long before the first cycle"),
        new OptionSpec("every", "TIME", "0", "wait this long and start over; 0 runs one cycle"));
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal) throws InterruptedException {
    Duration nap = options.period("nap");
    Duration after = options.duration("after");
    Duration every = options.duration("every");
    journal.print("READY pid=" + ProcessHandle.current().pid());
    try (Sleepers sleepers = new Sleepers(nap, journal);
        SleepersThread thread =
            new SleepersThread(sleepers, after, every, () -> lifetime.end("everybody is awake"))) {
      thread.start();
      journal.say("ended: %s", lifetime.awaitEnd());
      return 0;
    }
  }
}
