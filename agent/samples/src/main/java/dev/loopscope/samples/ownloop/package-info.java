/**
 * A loop that no framework wrote, and the points file that declares it to Loopscope.
 *
 * <p>Owning thread: {@code own-loop} runs the tasks; the main thread gives them.
 */
@NullMarked
package dev.loopscope.samples.ownloop;

import org.jspecify.annotations.NullMarked;
