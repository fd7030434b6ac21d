package dev.loopscope.dashboard.alert.webhook;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.Trace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts alerts to the address in use; without one, which is the default, it does nothing and has no
 * thread. At most {@value #MAX_WAITING} wait; what comes when so many do is dropped and counted. A
 * post that fails is tried again a few times, each time after a longer rest. What waits for an
 * address that is no longer in use is not sent.
 *
 * <p>Any thread may call; none of the methods but {@link #close} waits for the network.
 */
public final class Webhook implements AutoCloseable {

  static final int MAX_WAITING = 100;

  /** How long to rest before each further try. */
  public static final List<Duration> RESTS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));

  /** How long closing waits for what has not been sent. */
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final WebhookTransport transport;
  private final List<Duration> rests;
  private final Duration goodbye;
  private final BlockingQueue<Post> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable WebhookAddress address;
  private @Nullable Thread thread;
  private int unsent;
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
    this(new HttpTransport(), RESTS, GOODBYE);
  }

  Webhook(WebhookTransport transport, List<Duration> rests, Duration goodbye) {
    this.transport = transport;
    this.rests = List.copyOf(rests);
    this.goodbye = goodbye;
  }

  /** Posts to {@code next} from now on; null for nowhere. */
  public synchronized void use(@Nullable WebhookAddress next) {
    if (!Objects.equals(next, address)) {
      forgetWaiting();
      problem = "";
    }
    address = next;
    if (next != null && thread == null && closed.getCount() > 0) {
      thread = new Thread(this::work, "loopscope-webhook");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized void forgetWaiting() {
    unsent -= waiting.drainTo(new ArrayList<>());
    notifyAll();
  }

  /** Posts an alert of a session, if there is an address. */
  public synchronized void tell(Trace trace, Alert alert) {
    WebhookAddress to = address;
    if (to == null) {
      return;
    } else if (waiting.offer(new Post(to.uri(), WebhookMessage.of(trace, alert)))) {
      unsent++;
    } else {
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
      while (closed.getCount() > 0 || !waiting.isEmpty()) {
        Post post = waiting.poll(1, TimeUnit.SECONDS);
        if (post != null) {
          handle(post);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(Post post) throws InterruptedException {
    try {
      send(post);
    } finally {
      synchronized (this) {
        unsent--;
        notifyAll();
      }
    }
  }

  private void send(Post post) throws InterruptedException {
    String why = "";
    for (int attempt = 0; attempt <= rests.size(); attempt++) {
      if ((attempt > 0 && rest(rests.get(attempt - 1))) || !isWanted(post)) {
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
        why = words(e);
      } catch (RuntimeException e) {
        // The client refuses the address itself: later tries would fare no better.
        why = words(e);
        break;
      }
    }
    gaveUp(post, why);
  }

  private static String words(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private synchronized boolean isWanted(Post post) {
    return address != null && address.uri().equals(post.uri());
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

  /**
   * Stops. What has not been sent gets one try, as far as two seconds reach; waits for that, so
   * this is not for the FX thread.
   */
  @Override
  public void close() {
    closed.countDown();
    Thread worker;
    synchronized (this) {
      awaitSent();
      address = null;
      forgetWaiting();
      worker = thread;
    }
    if (worker != null) {
      worker.interrupt();
    }
  }

  private synchronized void awaitSent() {
    long left = goodbye.toNanos();
    long deadline = System.nanoTime() + left;
    try {
      while (unsent > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
