package dev.loopscope.samples.clients;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OpenFiles;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** {@link ChatClients} as a program; it ends with the server. */
public final class ClientsSample implements Sample {
  /** How the line starts that says everybody has joined. */
  public static final String CONNECTED = "CONNECTED";

  @Override
  public String name() {
    return "chat-clients";
  }

  @Override
  public String summary() {
    return "many quiet clients and a few talkers for the chat server";
  }

  @Override
  public List<OptionSpec> options() {
    return ClientSettings.OPTIONS;
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException {
    ClientSettings settings = ClientSettings.from(options);
    OpenFiles.requireFor(settings.clients());
    LongAdder received = new LongAdder();
    try (ChatClients clients = new ChatClients(settings, text -> received.increment())) {
      journal.print(CONNECTED + " clients=" + settings.clients());
      clients.whenAllGone(() -> lifetime.end("the server closed every connection"));
      clients.startTalking();
      String why = lifetime.awaitEnd();
      journal.say("ended: %s; %d messages received", why, received.sum());
      return 0;
    }
  }
}
