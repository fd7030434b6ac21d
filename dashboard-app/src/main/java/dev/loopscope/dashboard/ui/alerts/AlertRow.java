package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;

/**
 * A line of the table: a group of alerts, or one alert of a group.
 *
 * @param group the group, in its newest state
 * @param alert the alert that a choice of this line goes to: a group's newest, or the one
 * @param single whether the line is one alert of the group
 * @param unread whether something of it came after the user last looked
 */
public record AlertRow(AlertGroup group, Alert alert, boolean single, boolean unread) {}
