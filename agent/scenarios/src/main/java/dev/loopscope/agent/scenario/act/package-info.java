/**
 * Ways to keep a loop from its work, each of which says what it did by its own clock. They are
 * ordinary code of a watched program and know nothing of Loopscope; they use the JDK, and one of
 * them Jackson. {@code prepare}, {@code perform} and {@code tidy} are called by the program's own
 * thread, {@code block} by the loop.
 */
@NullMarked
package dev.loopscope.agent.scenario.act;

import org.jspecify.annotations.NullMarked;
