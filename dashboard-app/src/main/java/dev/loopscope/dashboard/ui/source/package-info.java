/**
 * Opening a line of source in the user's own editor: the command as the user wrote it, the folders
 * in which sources are looked for, and starting it.
 *
 * <p>No toolkit. Files are looked for and programs are started on background threads only.
 */
@NullMarked
package dev.loopscope.dashboard.ui.source;

import org.jspecify.annotations.NullMarked;
