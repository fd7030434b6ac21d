package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.alert.Alert;

/**
 * What a user is told of an alert.
 *
 * @param title for example {@code "chat-server · pid 4711: alert"}
 * @param text the sentence
 * @param alert the alert, to go to
 */
public record Notice(String title, String text, Alert alert) {}
