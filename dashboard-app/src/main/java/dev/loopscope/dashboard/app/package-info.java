/**
 * Where the program starts: puts the rooms of the dashboard together, by constructors, once.
 *
 * <p>May use every other package; none may use this one.
 */
@NullMarked
package dev.loopscope.dashboard.app;

import org.jspecify.annotations.NullMarked;
