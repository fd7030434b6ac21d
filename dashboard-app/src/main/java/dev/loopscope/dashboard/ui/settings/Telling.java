package dev.loopscope.dashboard.ui.settings;

/**
 * How the user is told of an alert besides the table.
 *
 * @param notifications whether the window or the desktop shows a message
 * @param webhook address that gets a JSON text of it; empty: none
 */
public record Telling(boolean notifications, String webhook) {

  public static final Telling DEFAULT = new Telling(true, "");

  public Telling withNotifications(boolean next) {
    return new Telling(next, webhook);
  }

  public Telling withWebhook(String next) {
    return new Telling(notifications, next);
  }
}
