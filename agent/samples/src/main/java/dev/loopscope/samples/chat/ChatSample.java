package dev.loopscope.samples.chat;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import java.util.List;

/** {@link ChatServer} as a program. */
public final class ChatSample implements Sample {

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String summary() {
    return "a WebSocket chat server with a history handler that blocks its event loop";
  }

  @Override
  public List<OptionSpec> options() {
    return ChatSettings.OPTIONS;
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException {
    try (ChatServer server = new ChatServer(ChatSettings.from(options), journal)) {
      journal.print("READY pid=" + ProcessHandle.current().pid() + " port=" + server.port());
      journal.say("ended: %s", lifetime.awaitEnd());
      return 0;
    }
  }
}
