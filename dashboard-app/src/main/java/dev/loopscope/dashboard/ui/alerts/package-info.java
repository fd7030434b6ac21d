/**
 * The alerts tab: what was worth an alert, newest first, with the stack to blame.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit; it pulls from the log.
 */
@NullMarked
package dev.loopscope.dashboard.ui.alerts;

import org.jspecify.annotations.NullMarked;
