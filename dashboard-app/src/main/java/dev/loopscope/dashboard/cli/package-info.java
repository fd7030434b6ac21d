/**
 * The command line: the same facts as the window, without one.
 *
 * <p>Runs on the main thread. Uses {@code session}, {@code analysis}, {@code attach} and picocli;
 * never JavaFX: what needs a picture or a window goes through {@link
 * dev.loopscope.dashboard.cli.Screen}.
 */
@NullMarked
package dev.loopscope.dashboard.cli;

import org.jspecify.annotations.NullMarked;
