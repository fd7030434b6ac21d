package dev.loopscope.protocol;

/**
 * Runs of one loop that were lost because its ring was full (or of a stretch of the stream that
 * could not be sent).
 *
 * @param loop number of the loop, 0 when it concerns all of them
 * @param fromNanos not before this
 * @param toNanos not after this
 * @param lost how many runs, exactly
 * @param reason in words, for the user
 */
public record Gap(int loop, long fromNanos, long toNanos, long lost, String reason)
    implements Frame {}
