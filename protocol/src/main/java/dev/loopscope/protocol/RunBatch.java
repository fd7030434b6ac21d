package dev.loopscope.protocol;

/**
 * Finished runs of one loop, in the order in which they ended.
 *
 * @param loop number of the loop
 * @param runs the runs; at most {@link Limits#MAX_RUNS_PER_BATCH}
 */
public record RunBatch(int loop, RunColumns runs) implements Frame {}
