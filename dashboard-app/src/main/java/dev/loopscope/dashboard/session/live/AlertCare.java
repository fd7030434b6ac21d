package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.session.clip.ClipFolder;
import org.jspecify.annotations.Nullable;

/**
 * What live sessions do about alerts.
 *
 * @param settings what is worth an alert
 * @param clips where clips are kept; null for nowhere
 * @param webhook who else is told; null for nobody
 */
public record AlertCare(
    CurrentAlertSettings settings, @Nullable ClipFolder clips, @Nullable Webhook webhook) {

  /** Alerts by the settings, and nothing more. */
  public static AlertCare by(CurrentAlertSettings settings) {
    return new AlertCare(settings, null, null);
  }
}
