package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.attach.AgentLink;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.session.live.Endings;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loopscope record}: straight from the agent into a file, nothing kept in memory. */
@Command(
    name = "record",
    description = "Records a running JVM into a file, without a window.",
    footer = {"", "Example:", "  loopscope record 4711 --for 60s -o evening.loopscope"})
final class RecordCommand implements Callable<Integer> {

  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final AgentLinks links;
  private final AtomicBoolean leaving = new AtomicBoolean();

  @Parameters(paramLabel = "PID", description = "Process id, as \"loopscope list\" shows it.")
  private long pid;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "How long (default: ${DEFAULT-VALUE}); Ctrl+C ends it earlier.")
  private Duration duration = Duration.ofSeconds(60);

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The recording to write.")
  private Path file = Path.of("");

  @Mixin private ExtraOptions extras;

  @Option(names = "--force", description = "Replace FILE if it exists.")
  private boolean force;

  @Spec private CommandSpec spec;

  RecordCommand(AgentLinks links) {
    this.links = links;
    extras = new ExtraOptions();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.exists(file) && !force) {
      throw new IOException(file + " exists. Choose another name, or replace it with --force.");
    }
    try (AgentLink link = links.attach(pid, extras.extras());
        RecordingWriter writer = RecordingWriter.create(file)) {
      say("Recording " + link.hello().process().name() + " (pid " + pid + ") into " + file + " …");
      UnusedLimits limits = new UnusedLimits(link.hello().settings().limitNanosByName().keySet());
      Endings endings = Endings.intoFile(link.hello(), pid, file);
      SessionStatus ending = copy(link, writer, limits, endings);
      if (!limits.sentence().isEmpty()) {
        say("loopscope: " + limits.sentence());
      }
      if (ending.phase() == Phase.FAILED) {
        say("loopscope: " + ending.message());
        return ExitCode.FAILURE;
      }
      boolean asWanted = leaving.get() && ending.equals(endings.left());
      if (!asWanted) {
        say(ending.message());
      }
      say("Wrote " + file + ".");
      return ExitCode.OK;
    }
  }

  /** Copies frames until the agent says good-bye, its process dies, or we asked it to leave. */
  private SessionStatus copy(
      AgentLink link, RecordingWriter writer, UnusedLimits limits, Endings endings)
      throws IOException, InterruptedException {
    CountDownLatch finished = new CountDownLatch(1);
    OnExit onExit = new OnExit(() -> leave(link, finished));
    Thread timer = startTimer(link, finished);
    try {
      writer.write(link.hello());
      return copyToEnd(link, writer, limits, endings);
    } finally {
      writer.close();
      finished.countDown();
      timer.join();
      onExit.cancel();
    }
  }

  /** What the disk refuses is thrown; how the stream ends is told. */
  private SessionStatus copyToEnd(
      AgentLink link, RecordingWriter writer, UnusedLimits limits, Endings endings)
      throws IOException {
    Bye bye = null;
    while (bye == null) {
      Frame frame;
      try {
        frame = link.read();
      } catch (IOException e) {
        return leaving.get() ? endings.left() : endings.of(e);
      }
      if (frame == null) {
        break;
      }
      writer.write(frame);
      if (frame instanceof Definitions definitions) {
        definitions.loops().forEach(limits::saw);
      }
      bye = frame instanceof Bye last ? last : null;
    }
    return endings.of(bye);
  }

  private Thread startTimer(AgentLink link, CountDownLatch finished) {
    Thread timer =
        new Thread(
            () -> {
              if (!await(finished, duration)) {
                leave(link, finished);
              }
            },
            "loopscope-record-timer");
    timer.setDaemon(true);
    timer.start();
    return timer;
  }

  /** Asks the agent to go and waits until its last frames are in the file, but not for ever. */
  private void leave(AgentLink link, CountDownLatch finished) {
    leaving.set(true);
    link.requestDetach();
    if (!await(finished, GOODBYE)) {
      link.close();
    }
  }

  private static boolean await(CountDownLatch latch, Duration atMost) {
    try {
      return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
