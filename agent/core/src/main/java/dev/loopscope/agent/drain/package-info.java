/**
 * Takes finished runs out of the rings and makes frames of them: definitions before first use,
 * batches, groups above the budget, loop states, gaps and the agent's own cost.
 *
 * <p>Owned by one thread, {@code loopscope-drain}. It allocates per batch, not per run.
 */
@NullMarked
package dev.loopscope.agent.drain;

import org.jspecify.annotations.NullMarked;
