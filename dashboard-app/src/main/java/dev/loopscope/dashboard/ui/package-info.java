/**
 * The window: wiring of the application, the session window and what ties its parts together.
 *
 * <p>All of it lives on the FX thread; work on disks and sockets is handed to background threads.
 * Uses the other dashboard packages, JavaFX, ControlsFX, AtlantaFX and Ikonli.
 */
@NullMarked
package dev.loopscope.dashboard.ui;

import org.jspecify.annotations.NullMarked;
