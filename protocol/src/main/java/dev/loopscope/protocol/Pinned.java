package dev.loopscope.protocol;

/**
 * A virtual thread kept its carrier while it waited, so that no other could run there.
 *
 * @param carrier number of the carrier's loop, 0 when unknown
 * @param fromNanos when it began to wait
 * @param toNanos when it went on
 * @param thread name of the virtual thread, empty when it has none
 * @param threadId its {@code Thread.threadId()}
 * @param stack number of the stack in which it waited, 0 unknown
 * @param culpritFrame index in that stack of the first frame of the application, -1 when there is
 *     none
 * @param reason what pinned it as far as the JVM says, for example {@code "Native or VM frame on
 *     stack"}; may be empty
 */
public record Pinned(
    int carrier,
    long fromNanos,
    long toNanos,
    String thread,
    long threadId,
    int stack,
    int culpritFrame,
    String reason)
    implements Frame {}
