package dev.loopscope.dashboard.ui.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.Attacher;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.attach.JvmScan;
import dev.loopscope.dashboard.demo.DemoProcess;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.session.live.LocalSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The demo in a JVM of its own, watched by a live session, with its own log to compare with. */
public final class WatchedDemo implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final DemoProcess process;
  private final Session session;
  private final long attachedNanos;

  /** Starts the demo and attaches to it while it runs. */
  public WatchedDemo(Path folder) throws IOException, InterruptedException {
    log = folder.resolve("demo.jsonl");
    BundledJar samples = BundledJar.samples(folder);
    // the sleepers come late enough for a busy machine to have attached by then
    process =
        DemoProcess.start(
            samples,
            "--log",
            log.toString(),
            "--clients",
            "1000",
            "--block-every",
            "2s",
            "--sleepers-after",
            "6s");
    try {
      session = opener(folder).attach(process.pid());
      await(() -> session.status().phase() == Phase.LIVE);
      attachedNanos = session.trace().extent().fromNanos();
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Opens sessions as the application does. */
  public static LocalSessions opener(Path folder) {
    Attacher attacher = new Attacher(BundledJar.agent(folder), new JvmScan(), Attacher.PATIENCE);
    return new LocalSessions(new AgentLinks(attacher), BundledJar.samples(folder));
  }

  public Session session() {
    return session;
  }

  /** What the sample logged as an event of this name, since the agent watches, oldest first. */
  public List<JsonNode> logged(String event) {
    List<JsonNode> found = new ArrayList<>();
    try {
      String text = Files.readString(log);
      // The last line may still be in the making.
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
        JsonNode node = line.isEmpty() ? null : JSON.readTree(line);
        if (node != null
            && node.path("event").asText().equals(event)
            && node.path("startNanos").asLong() > attachedNanos) {
          found.add(node);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found;
  }

  /** Waits until {@code condition} holds; fails when that takes unreasonably long. */
  public static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not happen within " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() {
    session.close();
    process.close();
  }
}
