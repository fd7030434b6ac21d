/**
 * Turns cells into pixels: plain {@code int} arrays of ARGB, no toolkit.
 *
 * <p>Everything here is reused from frame to frame and owned by one thread. Uses {@code store}.
 */
@NullMarked
package dev.loopscope.dashboard.ui.timeline.raster;

import org.jspecify.annotations.NullMarked;
