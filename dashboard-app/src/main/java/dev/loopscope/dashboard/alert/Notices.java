package dev.loopscope.dashboard.alert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which alerts somebody is told of. Guarded by the log. */
final class Notices {

  private static final int MAX_NOTICES = 1_000;
  private static final int MAX_KEYS = 4_096;

  private final Deque<AlertNotice> kept = new ArrayDeque<>();
  private final Map<AlertKey, Long> lastTold =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertKey, Long> eldest) {
          return size() > MAX_KEYS;
        }
      };
  private long count;

  /** A new alert appeared at {@code nowNanos} of the session. */
  void raised(Alert alert, AlertSettings settings, long nowNanos) {
    Long last = lastTold.get(alert.key());
    boolean quiet = last != null && nowNanos - last < settings.quietNanos();
    if (quiet || settings.muted().contains(alert.key())) {
      return;
    }
    lastTold.put(alert.key(), nowNanos);
    kept.addLast(new AlertNotice(++count, alert.id(), alert.key(), nowNanos));
    if (kept.size() > MAX_NOTICES) {
      kept.removeFirst();
    }
  }

  List<AlertNotice> after(long number) {
    return number >= count
        ? List.of()
        : kept.stream().filter(notice -> notice.number() > number).toList();
  }
}
