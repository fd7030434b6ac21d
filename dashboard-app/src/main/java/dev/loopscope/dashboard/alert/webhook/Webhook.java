package dev.loopscope.dashboard.alert.webhook;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.Trace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts alerts to the address in use; without one, which is the default, it does nothing and has no
 * thread. At most {@value #MAX_WAITING} wait; what comes when so many do is dropped and counted. A
 * post that fails is tried again a few times, each time after a longer rest.
 *
 * <p>Any thread may call; none of the methods waits for the network.
 */
public final class Webhook implements AutoCloseable {

  static final int MAX_WAITING = 100;

  /** How long to rest before each further try. */
  public static final List<Duration> RESTS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));

  private final WebhookTransport transport;
  private final List<Duration> rests;
  private final BlockingQueue<Post> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable WebhookAddress address;
  private @Nullable Thread thread;
  private long sent;
  private long failed;
  private long dropped;
  private String problem = "";

  private record Post(URI uri, String json) {}

  /**
   * How it fared.
   *
   * @param sent posts that arrived
   * @param failed posts that were given up
   * @param dropped alerts that found too many waiting
   * @param problem a sentence for the user on what went wrong last; empty after a success
   */
  public record Status(long sent, long failed, long dropped, String problem) {}

  /** Posts by HTTP. */
  public Webhook() {
    this(new HttpTransport(), RESTS);
  }

  Webhook(WebhookTransport transport, List<Duration> rests) {
    this.transport = transport;
    this.rests = List.copyOf(rests);
  }

  /** Posts to {@code next} from now on; null for nowhere. */
  public synchronized void use(@Nullable WebhookAddress next) {
    address = next;
    if (next == null) {
      waiting.clear();
      problem = "";
    } else if (thread == null && closed.getCount() > 0) {
      thread = new Thread(this::work, "loopscope-webhook");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Posts an alert of a session, if there is an address. */
  public synchronized void tell(Trace trace, Alert alert) {
    WebhookAddress to = address;
    if (to != null && !waiting.offer(new Post(to.uri(), WebhookMessage.of(trace, alert)))) {
      dropped++;
      problem =
          "The webhook "
              + to.uri().getHost()
              + " is too slow: "
              + dropped
              + " alerts were not sent to it.";
    }
  }

  public synchronized Status status() {
    return new Status(sent, failed, dropped, problem);
  }

  private void work() {
    try {
      while (closed.getCount() > 0) {
        Post post = waiting.poll(1, TimeUnit.SECONDS);
        if (post != null) {
          send(post);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Post post) throws InterruptedException {
    String why = "";
    for (int attempt = 0; attempt <= rests.size(); attempt++) {
      if (attempt > 0 && rest(rests.get(attempt - 1))) {
        return;
      }
      try {
        int status = transport.post(post.uri(), post.json());
        if (status >= 200 && status < 300) {
          arrived();
          return;
        }
        why = "it answered " + status;
        if (!isWorthAnotherTry(status)) {
          break;
        }
      } catch (IOException e) {
        why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
    }
    gaveUp(post, why);
  }

  /** The receiver is busy or broken, which may pass; that it refuses the post will not. */
  private static boolean isWorthAnotherTry(int status) {
    return status >= 500 || status == 429 || status == 408;
  }

  /** True when there is no use in going on. */
  private boolean rest(Duration duration) throws InterruptedException {
    return closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void arrived() {
    sent++;
    problem = "";
  }

  private synchronized void gaveUp(Post post, String why) {
    failed++;
    problem =
        "An alert could not be sent to the webhook "
            + post.uri().getHost()
            + " ("
            + why
            + "). Check its address in the settings.";
  }

  /** Stops; what still waits is not sent. */
  @Override
  public void close() {
    closed.countDown();
    Thread worker;
    synchronized (this) {
      address = null;
      waiting.clear();
      worker = thread;
    }
    if (worker != null) {
      worker.interrupt();
    }
  }
}
