package dev.loopscope.protocol;

/**
 * What the virtual threads of the process are doing: sent about once a second while there is a
 * scheduler for them. Every number is -1 where it is not known.
 *
 * @param atNanos the moment
 * @param started how many were started since attach
 * @param ended how many have ended since attach
 * @param pinned how often one was pinned since attach
 * @param parallelism how many carriers the scheduler wants to have
 * @param carriers how many carriers there are
 * @param busyCarriers how many of them run a virtual thread
 * @param queued how many virtual threads are ready and wait for a carrier
 */
public record VirtualThreads(
    long atNanos,
    long started,
    long ended,
    long pinned,
    long parallelism,
    long carriers,
    long busyCarriers,
    long queued)
    implements Frame {}
