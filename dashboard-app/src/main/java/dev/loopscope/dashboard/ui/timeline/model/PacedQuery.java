package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Latest;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something computed in the background again and again, but only when what it depends on has
 * changed, never twice at a time and never more often than its pace allows. The last answer stays
 * until the next one.
 *
 * @param <K> what the answer depends on
 * @param <T> the answer
 */
public final class PacedQuery<K, T> {

  private final Latest<T> latest;
  private final long paceNanos;
  private final LongSupplier clockNanos;
  private @Nullable K asked;
  private long askedNanos;
  private @Nullable T answer;
  private String problem = "";
  private long version;

  public PacedQuery(Background background, long paceNanos, LongSupplier clockNanos) {
    this.latest = background.latest();
    this.paceNanos = paceNanos;
    this.clockNanos = clockNanos;
  }

  /** Asks {@code question} if {@code key} is new and it is time. */
  public void pull(K key, Callable<T> question) {
    long now = clockNanos.getAsLong();
    if (latest.isBusy() || key.equals(asked) || (asked != null && now - askedNanos < paceNanos)) {
      return;
    }
    asked = key;
    askedNanos = now;
    latest.ask(question, this::answered, this::failed);
  }

  private void answered(T newest) {
    answer = newest;
    problem = "";
    version++;
  }

  private void failed(Throwable cause) {
    problem = cause.toString();
    version++;
  }

  /** The newest answer, null before the first. */
  public @Nullable T answer() {
    return answer;
  }

  /** Whether an answer is awaited. */
  public boolean isBusy() {
    return latest.isBusy();
  }

  /** Why the newest question has no answer; empty when all is well. */
  public String problem() {
    return problem;
  }

  /** Grows with every answer. */
  public long version() {
    return version;
  }
}
