package dev.loopscope.samples.demo;

import dev.loopscope.samples.chat.ChatServer;
import dev.loopscope.samples.chat.ChatSettings;
import dev.loopscope.samples.clients.ClientSettings;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.journal.JsonLine;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OpenFiles;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import dev.loopscope.samples.sleepers.Sleepers;
import dev.loopscope.samples.sleepers.SleepersThread;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All in one: the chat server and the sleepers here, the chat's clients in a child process. */
public final class DemoSample implements Sample {
  private final Class<?> main;

  /** The demo starts {@code main} again for the clients. */
  public DemoSample(Class<?> main) {
    this.main = main;
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "the chat server and the sleepers in this process, the clients in another";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> own =
        List.of(
            new OptionSpec("nap", "TIME", "1s", "how long each sleeper sleeps"),
            new OptionSpec("sleepers-after", "TIME", "3s", "first cycle this long after READY"),
            new OptionSpec("sleepers-every", "TIME", "0", "pause between cycles; 0 for just one"));
    return Stream.of(ChatSettings.OPTIONS, ClientSettings.OPTIONS_WITHOUT_PORT, own)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException {
    ChatSettings chat = ChatSettings.from(options);
    int clients = ClientSettings.from(options, chat.port()).clients();
    Duration nap = options.period("nap");
    Duration after = options.duration("sleepers-after");
    Duration every = options.duration("sleepers-every");
    OpenFiles.requireFor(clients);
    try (ChatServer server = new ChatServer(chat, journal);
        Sleepers sleepers = new Sleepers(nap, journal);
        ClientProcess process =
            ClientProcess.start(main, ClientSettings.from(options, server.port()), journal)) {
      process.awaitConnected();
      ready(server, process, journal);
      try (SleepersThread thread = new SleepersThread(sleepers, after, every, () -> {})) {
        thread.start();
        journal.say("ended: %s", lifetime.awaitEnd());
        return 0;
      }
    }
  }

  private static void ready(ChatServer server, ClientProcess clients, Journal journal) {
    long pid = ProcessHandle.current().pid();
    journal.print("READY pid=" + pid + " port=" + server.port() + " clients-pid=" + clients.pid());
    journal.record(
        JsonLine.of("ready")
            .with("pid", pid)
            .with("port", server.port())
            .with("clientsPid", clients.pid()));
  }
}
