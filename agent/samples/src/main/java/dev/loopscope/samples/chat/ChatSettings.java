package dev.loopscope.samples.chat;

import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.SampleFailure;
import dev.loopscope.samples.program.Transport;
import java.time.Duration;
import java.util.List;

/**
 * How the chat server runs.
 *
 * @param port where it listens; 0 lets the system choose
 * @param workers how many event loops serve the connections
 * @param queryTime how long a question for the history blocks its loop
 * @param heartbeat how often every connection is pinged
 * @param news how often everybody gets a news line
 * @param burst how many short tasks come at once; 0 for none
 * @param burstEvery how often they come
 */
public record ChatSettings(
    Transport transport,
    int port,
    int workers,
    Duration queryTime,
    Duration heartbeat,
    Duration news,
    int burst,
    Duration burstEvery) {

  /** The options that make up the settings. */
  public static final List<OptionSpec> OPTIONS =
      List.of(
          Transport.OPTION,
          new OptionSpec("port", "PORT", "0", "listen here on loopback; 0 lets the system choose"),
          new OptionSpec("workers", "N", "4", "event loops that serve the connections"),
          new OptionSpec("block", "TIME", "340ms", "how long a history query blocks its loop"),
          new OptionSpec("heartbeat", "TIME", "5s", "ping every connection this often"),
          new OptionSpec("news", "TIME", "2s", "push a news line to everybody this often"),
          new OptionSpec("burst", "N", "0", "put so many short tasks on one loop at once"),
          new OptionSpec("burst-every", "TIME", "3s", "such a burst comes this often"));

  public static ChatSettings from(Options options) throws SampleFailure {
    return new ChatSettings(
        Transport.from(options),
        options.number("port", 0, 65_535),
        options.number("workers", 1, 64),
        options.period("block"),
        options.period("heartbeat"),
        options.period("news"),
        options.number("burst", 0, 1_000_000),
        options.period("burst-every"));
  }
}
