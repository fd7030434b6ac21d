package dev.loopscope.agent.watch;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import dev.loopscope.agent.send.ErrorLog;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * The collectors that stop the JVM, and what they tell. Notifications come on a thread of the JVM
 * and are only put aside; the watcher takes them from there.
 */
final class GcBeans implements GcSource {

  private static final int MAX_WAITING = 1_024;

  private final List<GarbageCollectorMXBean> stopping = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final ArrayBlockingQueue<GcNotice> notices = new ArrayBlockingQueue<>(MAX_WAITING);
  private final ErrorLog errors;
  private final NotificationListener listener = (notification, any) -> take(notification);

  private boolean listening;

  GcBeans(ErrorLog errors) {
    this.errors = errors;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      // "ZGC Cycles", "Shenandoah Cycles": concurrent, the application runs meanwhile
      if (!bean.getName().endsWith("Cycles") && bean instanceof NotificationEmitter) {
        stopping.add(bean);
        names.add(bean.getName());
      }
    }
  }

  /** Begins to listen; {@link #close} ends it. */
  void listen() {
    listening = true;
    for (GarbageCollectorMXBean bean : stopping) {
      ((NotificationEmitter) bean).addNotificationListener(listener, null, null);
    }
  }

  private void take(Notification notification) {
    if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType())) {
      return;
    }
    GarbageCollectionNotificationInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    GcInfo times = info.getGcInfo();
    GcNotice notice =
        new GcNotice(
            info.getGcName(),
            times.getId(),
            times.getStartTime(),
            times.getEndTime(),
            info.getGcName() + ", " + info.getGcAction() + ", " + info.getGcCause(),
            System.nanoTime());
    if (!notices.offer(notice)) {
      errors.count("Collections came faster than the watcher took them: a pause is missing");
    }
  }

  @Override
  public List<String> collectors() {
    return names;
  }

  @Override
  public long count(int collector) {
    return stopping.get(collector).getCollectionCount();
  }

  @Override
  public long millis(int collector) {
    return Math.max(0, stopping.get(collector).getCollectionTime());
  }

  @Override
  public @Nullable GcNotice poll() {
    return notices.poll();
  }

  @Override
  public void close() {
    for (GarbageCollectorMXBean bean : listening ? stopping : List.<GarbageCollectorMXBean>of()) {
      try {
        ((NotificationEmitter) bean).removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        errors.count("stopping to listen to " + bean.getName(), e);
      }
    }
  }
}
