/**
 * A window whose button blocks its event thread. Runs on {@code AWT-EventQueue-0} and works without
 * a display too. Uses {@code program}, {@code journal} and Swing.
 */
@NullMarked
package dev.loopscope.samples.window;

import org.jspecify.annotations.NullMarked;
