/**
 * Virtual threads, some of which keep their carrier while they wait. Needs JDK 21 when it runs, but
 * not when it is compiled. Uses {@code program} and {@code journal}.
 */
@NullMarked
package dev.loopscope.samples.virtual;

import org.jspecify.annotations.NullMarked;
