/**
 * What the user prefers and what the window remembers, kept in one JSON file, and the page to
 * change it.
 *
 * <p>The model is confined to the FX thread; the file is read and written on background threads.
 */
@NullMarked
package dev.loopscope.dashboard.ui.settings;

import org.jspecify.annotations.NullMarked;
