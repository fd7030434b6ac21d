package dev.loopscope.dashboard.alert;

/**
 * The settings that hold now. Any thread may change them; each rule reads them with every frame, so
 * a change holds from the next frame on and raises or takes back nothing of what was before.
 */
public final class CurrentAlertSettings {

  private AlertSettings settings;
  private long version;

  public CurrentAlertSettings(AlertSettings settings) {
    this.settings = settings;
  }

  /** The defaults. */
  public CurrentAlertSettings() {
    this(AlertSettings.DEFAULT);
  }

  public synchronized AlertSettings get() {
    return settings;
  }

  public synchronized void set(AlertSettings next) {
    if (!next.equals(settings)) {
      settings = next;
      version++;
    }
  }

  /** Grows with every change. */
  public synchronized long version() {
    return version;
  }
}
