/**
 * Declares the points of JavaFX. No thread, no state; allowed: the instrument package and the names
 * of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.javafx;

import org.jspecify.annotations.NullMarked;
