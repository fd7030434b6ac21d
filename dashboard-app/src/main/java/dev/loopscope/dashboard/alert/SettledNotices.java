package dev.loopscope.dashboard.alert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes notices on once they have stood for a while: what a pause that is told of late takes back
 * reaches nobody, and what is learned meanwhile decides which group it is and whether that is
 * muted. Time is that of the session. For one thread.
 */
public final class SettledNotices {

  /** Pauses are told of well within this time. */
  public static final long SETTLING_NANOS = 1_000_000_000L;

  private final AlertLog log;
  private final BiConsumer<AlertNotice, Alert> sink;
  private final Deque<AlertNotice> waiting = new ArrayDeque<>();
  private long last;

  public SettledNotices(AlertLog log, BiConsumer<AlertNotice, Alert> sink) {
    this.log = log;
    this.sink = sink;
  }

  /** The session has come to {@code nowNanos}. */
  public void at(long nowNanos) {
    for (AlertNotice notice : log.notices(last)) {
      last = notice.number();
      // Raised again, as another rule or after it was taken back: it is told once.
      waiting.removeIf(earlier -> earlier.alert() == notice.alert());
      waiting.addLast(notice);
    }
    AlertNotice first = waiting.peekFirst();
    while (first != null && nowNanos - first.atNanos() >= SETTLING_NANOS) {
      waiting.removeFirst();
      pass(first);
      first = waiting.peekFirst();
    }
  }

  /** Nothing more will come. */
  public void end() {
    at(Long.MIN_VALUE / 2);
    waiting.forEach(this::pass);
    waiting.clear();
  }

  private void pass(AlertNotice notice) {
    @Nullable Alert alert = log.alert(notice.alert());
    if (alert != null && !log.isMuted(alert.key())) {
      sink.accept(notice, alert);
    }
  }
}
