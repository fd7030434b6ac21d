/**
 * Declares the points of the AWT event queue, on which Swing runs. No thread, no state; allowed:
 * the instrument package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.swing;

import org.jspecify.annotations.NullMarked;
