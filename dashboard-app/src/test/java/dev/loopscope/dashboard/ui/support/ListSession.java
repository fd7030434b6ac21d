package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.AlertNotice;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A session in memory that notes what is asked of it. */
public class ListSession implements Session {

  public final ListTrace trace = new ListTrace();
  public final List<Alert> alerts = new ArrayList<>();
  public final List<AlertNotice> notices = new CopyOnWriteArrayList<>();
  public CurrentAlertSettings alertSettings = new CurrentAlertSettings();
  public final List<Settings> configured = new CopyOnWriteArrayList<>();
  public final AtomicBoolean closed = new AtomicBoolean();
  public volatile SessionStatus status;
  public volatile @Nullable IOException saveFailure;
  private final boolean live;
  private long alertVersion = 1;

  public ListSession(boolean live) {
    this.live = live;
    status = new SessionStatus(live ? Phase.LIVE : Phase.ENDED, "", 1);
  }

  /** Adds or replaces an alert. */
  public void alert(Alert alert) {
    alerts.removeIf(old -> old.id() == alert.id());
    alerts.add(alert);
    alertVersion++;
  }

  /** Mutes a group in the settings that this session holds to. */
  public void mute(AlertKey key) {
    alertSettings.set(alertSettings.get().withMuted(key, true));
  }

  /** Says that somebody should be told of an alert. */
  public void tell(Alert alert) {
    notices.add(new AlertNotice(notices.size() + 1L, alert.id(), alert.key(), alert.fromNanos()));
  }

  private AlertGroup withMute(AlertGroup group) {
    return new AlertGroup(
        group.key(),
        group.count(),
        group.firstNanos(),
        group.lastNanos(),
        group.worstNanos(),
        group.totalNanos(),
        group.newest(),
        group.worst(),
        group.open(),
        alertSettings.get().muted().contains(group.key()));
  }

  @Override
  public ListTrace trace() {
    return trace;
  }

  @Override
  public AlertLog alerts() {
    return new AlertLog() {
      @Override
      public long version() {
        return alertVersion + alertSettings.version();
      }

      @Override
      public List<AlertGroup> groups() {
        return AlertLog.super.groups().stream().map(ListSession.this::withMute).toList();
      }

      @Override
      public List<AlertNotice> notices(long after) {
        return notices.stream().filter(notice -> notice.number() > after).toList();
      }

      @Override
      public List<Alert> alerts() {
        return List.copyOf(alerts);
      }
    };
  }

  @Override
  public SessionStatus status() {
    return status;
  }

  @Override
  public String title() {
    return "chat-server · pid 4711";
  }

  @Override
  public boolean isLive() {
    return live;
  }

  @Override
  public void saveTo(Path file) throws IOException {
    IOException failure = saveFailure;
    if (failure != null) {
      throw failure;
    }
    Files.writeString(file, "recording");
  }

  @Override
  public void configure(Settings settings) {
    configured.add(settings);
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
