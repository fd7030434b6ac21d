/** The timeline in a window without a display, over traces made up by hand. */
@NullMarked
package dev.loopscope.dashboard.ui.timeline;

import org.jspecify.annotations.NullMarked;
