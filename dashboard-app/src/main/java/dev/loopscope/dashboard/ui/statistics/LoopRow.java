package dev.loopscope.dashboard.ui.statistics;

/**
 * How one loop fared.
 *
 * @param loop number
 * @param name of its thread
 * @param busyShare 0 to 1, NaN where nothing is known
 * @param lagP50Nanos median of loop lag over time, -1 unknown
 * @param lagP99Nanos 99th percentile of loop lag over time, -1 unknown
 * @param lagMaxNanos largest loop lag, -1 unknown
 * @param runs how many runs ended
 */
public record LoopRow(
    int loop,
    String name,
    double busyShare,
    long lagP50Nanos,
    long lagP99Nanos,
    long lagMaxNanos,
    long runs) {}
