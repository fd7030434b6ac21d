package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;

/**
 * An alert as the table shows it.
 *
 * @param alert newest state
 * @param loopName name of its loop, empty when it concerns the whole process
 * @param unread whether it came after the user last looked
 */
public record AlertRow(Alert alert, String loopName, boolean unread) {}
