/**
 * The programs that are watched and loaded, each in a JVM of its own. They know nothing of
 * Loopscope, take one command a line on their input and end when it ends.
 */
@NullMarked
package dev.loopscope.agent.bench.program;

import org.jspecify.annotations.NullMarked;
