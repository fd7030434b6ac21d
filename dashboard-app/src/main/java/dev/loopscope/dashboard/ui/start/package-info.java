/**
 * The start page: which process to watch, which recording to open.
 *
 * <p>View models are confined to the FX thread and free of the toolkit; they ask processes and
 * disks in the background.
 */
@NullMarked
package dev.loopscope.dashboard.ui.start;

import org.jspecify.annotations.NullMarked;
