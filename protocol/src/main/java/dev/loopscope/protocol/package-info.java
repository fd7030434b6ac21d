/**
 * What agent and dashboard agree on: the frames, their numbers and their bounds.
 *
 * <p>Values only; any thread. Uses {@code java.base} and nothing else.
 */
@NullMarked
package dev.loopscope.protocol;

import org.jspecify.annotations.NullMarked;
