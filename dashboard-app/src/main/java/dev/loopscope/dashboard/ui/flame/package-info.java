/**
 * A small flame graph: the samples of one stall, one above the other, the frame to blame in sight.
 *
 * <p>Tree and layout are pure and free of the toolkit; the view is for the FX thread.
 */
@NullMarked
package dev.loopscope.dashboard.ui.flame;

import org.jspecify.annotations.NullMarked;
