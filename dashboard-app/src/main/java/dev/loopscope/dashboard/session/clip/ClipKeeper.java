package dev.loopscope.dashboard.session.clip;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.AlertNotice;
import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Decides which clips to keep and when: a clip for each alert that somebody is told of, once the
 * session has come far enough past its end. An alert that lasts long is cut while it lasts. What
 * turned out not to be true keeps no clip, nor does what was muted meanwhile.
 *
 * <p>For the session's reader thread; time is that of the session.
 */
public final class ClipKeeper {

  /** An alert that lasts longer than this is not waited for. */
  static final long LONGEST_NANOS = 30_000_000_000L;

  private static final long LOOK_NANOS = 100_000_000L;
  private static final int MAX_WAITING = 64;

  private final AlertLog log;
  private final CurrentAlertSettings settings;
  private final ClipWriter writer;
  private final Deque<AlertNotice> waiting = new ArrayDeque<>();
  private long lastNotice;
  private long nextLook = Long.MIN_VALUE;

  public ClipKeeper(AlertLog log, CurrentAlertSettings settings, ClipWriter writer) {
    this.log = log;
    this.settings = settings;
    this.writer = writer;
  }

  /** The session has come to {@code nowNanos}. */
  public void at(long nowNanos) {
    if (nowNanos >= nextLook) {
      nextLook = nowNanos + LOOK_NANOS;
      takeNotices();
      look(nowNanos, false);
    }
  }

  /** The session ends here: what waits is cut as it is. */
  public void end(long nowNanos) {
    takeNotices();
    look(nowNanos, true);
  }

  private void takeNotices() {
    for (AlertNotice notice : log.notices(lastNotice)) {
      lastNotice = notice.number();
      waiting.removeIf(earlier -> earlier.alert() == notice.alert());
      if (settings.get().clips()) {
        waiting.addLast(notice);
        if (waiting.size() > MAX_WAITING) {
          waiting.removeFirst();
        }
      }
    }
  }

  private void look(long nowNanos, boolean last) {
    AlertSettings now = settings.get();
    Iterator<AlertNotice> notices = waiting.iterator();
    while (notices.hasNext()) {
      AlertNotice notice = notices.next();
      Alert alert = log.alert(notice.alert());
      if (alert == null || now.isMuted(alert.key())) {
        notices.remove();
      } else if (last || nowNanos >= due(alert, notice, now)) {
        notices.remove();
        long to = Math.min(nowNanos, due(alert, notice, now));
        writer.keep(alert, alert.fromNanos() - now.clipBeforeNanos(), to);
      }
    }
  }

  private static long due(Alert alert, AlertNotice notice, AlertSettings settings) {
    long latest = notice.atNanos() + LONGEST_NANOS;
    long end = alert.isOpen() ? latest : Math.min(latest, alert.toNanos());
    return Math.max(end, notice.atNanos()) + settings.clipAfterNanos();
  }
}
