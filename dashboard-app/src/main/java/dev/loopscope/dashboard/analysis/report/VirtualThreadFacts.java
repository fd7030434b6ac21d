package dev.loopscope.dashboard.analysis.report;

/**
 * What the virtual threads of the process did. Every number is -1 where it is not known.
 *
 * @param started how many were started since attach
 * @param ended how many have ended since attach
 * @param pinned how often one was pinned since attach
 * @param parallelism how many carriers the scheduler wanted to have at the end
 * @param carriers how many there were at the end
 * @param mostBusyCarriers the most that ran a virtual thread at once, looked at about once a second
 * @param mostQueued the most virtual threads that waited for a carrier, likewise
 */
public record VirtualThreadFacts(
    long started,
    long ended,
    long pinned,
    long parallelism,
    long carriers,
    long mostBusyCarriers,
    long mostQueued) {}
