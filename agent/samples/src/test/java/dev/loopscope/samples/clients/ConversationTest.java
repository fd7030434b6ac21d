package dev.loopscope.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.chat.ChatServer;
import dev.loopscope.samples.chat.ChatSettings;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Transport;
import dev.loopscope.samples.support.Await;
import dev.loopscope.samples.support.LogLine;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
  private static final String BLOCKER = "dev.loopscope.samples.chat.BlockingHistoryHandler";
  private static final int PEOPLE = 50;
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration BLOCK = Duration.ofMillis(400);

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  @TempDir private Path directory;
  private Journal journal;
  private ChatServer server;

  @BeforeEach
  void startServer() throws Exception {
    journal = Journal.on(new PrintStream(OutputStream.nullOutputStream()), log());
    ChatSettings settings = new ChatSettings(Transport.NIO, 0, 2, BLOCK, SOON, SOON, 0, SOON);
    server = new ChatServer(settings, journal);
  }

  @AfterEach
  void stop() {
    server.close();
    journal.close();
  }

  private Path log() {
    return directory.resolve("log");
  }

  private ChatClients connect(int talkers, Duration historyEvery) throws Exception {
    ClientSettings settings =
        new ClientSettings(server.port(), PEOPLE, talkers, SOON, historyEvery);
    return new ChatClients(settings, received::add);
  }

  private long count(String text) {
    return received.stream().filter(text::equals).count();
  }

  @Test
  void everybodyHearsWhatOneSays() throws Exception {
    try (ChatClients clients = connect(1, Duration.ZERO)) {
      clients.startTalking();
      Await.until("all hear it", () -> count("client-1: message 1") == PEOPLE);
    }
    assertThat(received).noneMatch(text -> text.startsWith("client-2"));
  }

  @Test
  void theServerPushesNewsByItself() throws Exception {
    try (ChatClients clients = connect(0, Duration.ZERO)) {
      Await.until(
          "news for all", () -> received.stream().anyMatch(text -> text.contains("50 people")));
      clients.startTalking();
    }
    assertThat(received).allMatch(text -> text.startsWith("news "));
  }

  @Test
  void theLogNamesTheLineThatASampledStackShows() throws Exception {
    try (ChatClients clients = connect(0, BLOCK.plusMillis(200))) {
      clients.startTalking();
      Sampled sleeping = Await.present("a sleeping loop", () -> sampled("slowQuery"));
      Sampled locked = Await.present("a loop that waits for a lock", () -> sampled("readArchive"));
      Await.until("answers", () -> received.stream().anyMatch(t -> t.contains("archive")));

      assertThat(locked.state()).isEqualTo(Thread.State.WAITING);
      assertThat(sleeping.state()).isEqualTo(Thread.State.TIMED_WAITING);
      for (Sampled sample : List.of(sleeping, locked)) {
        LogLine block = Await.present("the block's log line", () -> logged(sample));
        assertThat(block.text("class")).isEqualTo(BLOCKER);
        assertThat(block.number("line")).isEqualTo(sample.frame().getLineNumber());
        long start = block.number("startNanos");
        assertThat(start).isLessThanOrEqualTo(sample.toNanos());
        assertThat(start + block.number("durationNanos")).isGreaterThan(sample.fromNanos());
        assertThat(Duration.ofNanos(block.number("durationNanos")))
            .isBetween(BLOCK.minusMillis(20), BLOCK.plusMillis(200));
      }
    }
  }

  /** A stack seen from outside while the loop was blocked in the named method. */
  private record Sampled(
      String thread, Thread.State state, StackTraceElement frame, long fromNanos, long toNanos) {}

  private static Optional<Sampled> sampled(String method) {
    long from = System.nanoTime();
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    long to = System.nanoTime();
    return stacks.entrySet().stream()
        .filter(entry -> entry.getKey().getName().startsWith("chat-worker-"))
        .flatMap(
            entry ->
                Arrays.stream(entry.getValue())
                    .filter(frame -> frame.getClassName().startsWith("dev.loopscope.samples."))
                    .limit(1)
                    .filter(frame -> frame.getClassName().equals(BLOCKER))
                    .filter(frame -> frame.getMethodName().equals(method))
                    .map(
                        frame ->
                            new Sampled(
                                entry.getKey().getName(),
                                entry.getKey().getState(),
                                frame,
                                from,
                                to)))
        .filter(sample -> sample.state() != Thread.State.RUNNABLE)
        .findFirst();
  }

  private Optional<LogLine> logged(Sampled sample) {
    return LogLine.read(log(), "block").stream()
        .filter(line -> line.text("method").equals(sample.frame().getMethodName()))
        .filter(line -> line.text("thread").equals(sample.thread()))
        .filter(line -> line.number("startNanos") <= sample.toNanos())
        .reduce((earlier, later) -> later);
  }

  @Test
  void clientsNoticeThatTheServerHasEnded() throws Exception {
    try (ChatClients clients = connect(0, NEVER)) {
      CountDownLatch gone = new CountDownLatch(1);
      clients.whenAllGone(gone::countDown);
      assertThat(gone.getCount()).isEqualTo(1);
      server.close();
      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
