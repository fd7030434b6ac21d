package dev.loopscope.samples.clients;

import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is in the chat and what they do.
 *
 * @param port the chat server's port on loopback
 * @param clients how many connections
 * @param talkers how many of them ever say something
 * @param talkEvery how often each of those does
 * @param historyEvery how often somebody asks for the history, which blocks the server's loop; zero
 *     for never
 */
public record ClientSettings(
    int port, int clients, int talkers, Duration talkEvery, Duration historyEvery) {
  private static final int MOST_CLIENTS = 10_000;

  private static final OptionSpec PORT =
      new OptionSpec("port", "PORT", "", "the chat server's port on loopback");

  /** The options without the port, for a program that starts the server itself. */
  public static final List<OptionSpec> OPTIONS_WITHOUT_PORT =
      List.of(
          new OptionSpec("clients", "N", "1000", "how many connect"),
          new OptionSpec("talkers", "N", "4", "how many of them talk"),
          new OptionSpec("talk-every", "TIME", "2s", "how often each talker says something"),
          new OptionSpec(
              "block-every", "TIME", "4s", "ask for the history this often; 0 for never"));

  static final List<OptionSpec> OPTIONS =
      Stream.concat(Stream.of(PORT), OPTIONS_WITHOUT_PORT.stream()).toList();

  static ClientSettings from(Options options) {
    return from(options, options.number("port", 1, 65_535));
  }

  /** The settings for a server whose port is known. */
  public static ClientSettings from(Options options, int port) {
    int clients = options.number("clients", 1, MOST_CLIENTS);
    return new ClientSettings(
        port,
        clients,
        options.number("talkers", 0, clients),
        options.period("talk-every"),
        options.duration("block-every"));
  }

  /** The same as arguments for {@code chat-clients}. */
  public List<String> asArguments() {
    return List.of(
        "--port=" + port,
        "--clients=" + clients,
        "--talkers=" + talkers,
        "--talk-every=" + talkEvery.toMillis() + "ms",
        "--block-every=" + historyEvery.toMillis() + "ms");
  }
}
