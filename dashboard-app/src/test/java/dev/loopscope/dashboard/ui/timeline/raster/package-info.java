/** The timeline's pixels, read back one by one. */
@NullMarked
package dev.loopscope.dashboard.ui.timeline.raster;

import org.jspecify.annotations.NullMarked;
