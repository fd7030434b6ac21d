package dev.loopscope.dashboard.ui.tasks;

import dev.loopscope.protocol.Run;

/**
 * A run as the table shows it.
 *
 * @param loop number of its loop
 * @param loopName name of its loop
 * @param typeName binary class name of its type
 * @param run the run
 */
public record RunRow(int loop, String loopName, String typeName, Run run) {}
