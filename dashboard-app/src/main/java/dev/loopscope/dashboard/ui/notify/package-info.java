/**
 * Telling of an alert when nobody looks: a message in the window while the user works in it, one of
 * the desktop otherwise. Never takes the focus.
 *
 * <p>When to tell is decided without a toolkit; programs are started on background threads only.
 */
@NullMarked
package dev.loopscope.dashboard.ui.notify;

import org.jspecify.annotations.NullMarked;
