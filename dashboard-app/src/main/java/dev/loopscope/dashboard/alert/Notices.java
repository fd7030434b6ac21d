package dev.loopscope.dashboard.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which alerts somebody is told of. Guarded by the log. */
final class Notices {

  private static final int MAX_NOTICES = 1_000;
  private static final int MAX_KEYS = 4_096;

  /** A group that is quiet for a notice, and when it had been told of before; null when never. */
  private record Quiet(AlertKey key, @Nullable Long before) {}

  /** A notice, and all groups in which its alert was seen to be since. */
  private record Told(AlertNotice notice, List<Quiet> groups) {

    boolean isIn(AlertKey key) {
      return groups.stream().anyMatch(quiet -> quiet.key().equals(key));
    }
  }

  private final Deque<Told> kept = new ArrayDeque<>();
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
    if (quiet || settings.isMuted(alert.key())) {
      return;
    }
    AlertNotice notice = new AlertNotice(++count, alert.id(), alert.key(), nowNanos);
    Told told = new Told(notice, new ArrayList<>());
    kept.addLast(told);
    quieten(told, alert.key());
    if (kept.size() > MAX_NOTICES) {
      kept.removeFirst();
    }
  }

  /**
   * More is known of an alert, so that it is in another group: nobody is told of it twice, and it
   * is news when it was in a quiet group until then and is not in one now.
   */
  void regrouped(Alert alert, AlertSettings settings, long nowNanos) {
    for (Told told : kept) {
      if (told.notice().alert() == alert.id()) {
        quieten(told, alert.key());
        return;
      }
    }
    raised(alert, settings, nowNanos);
  }

  private void quieten(Told told, AlertKey key) {
    Long last = lastTold.get(key);
    if (!told.isIn(key) && (last == null || last < told.notice().atNanos())) {
      told.groups().add(new Quiet(key, last));
      lastTold.put(key, told.notice().atNanos());
    }
  }

  /** It was not true: what comes next of its group must not be kept quiet for it. */
  void withdrawn(long alert) {
    for (Iterator<Told> newestFirst = kept.descendingIterator(); newestFirst.hasNext(); ) {
      Told told = newestFirst.next();
      AlertNotice notice = told.notice();
      if (notice.alert() == alert) {
        newestFirst.remove();
        told.groups().forEach(quiet -> restore(quiet, notice.atNanos()));
      }
    }
  }

  /** As if the group had not been told of then, unless it was told of since. */
  private void restore(Quiet quiet, long toldNanos) {
    Long last = lastTold.get(quiet.key());
    Long before = quiet.before();
    if (last == null || last != toldNanos) {
      return;
    }
    if (before == null) {
      lastTold.remove(quiet.key());
    } else {
      lastTold.put(quiet.key(), before);
    }
  }

  List<AlertNotice> after(long number) {
    return number >= count
        ? List.of()
        : kept.stream().map(Told::notice).filter(notice -> notice.number() > number).toList();
  }
}
