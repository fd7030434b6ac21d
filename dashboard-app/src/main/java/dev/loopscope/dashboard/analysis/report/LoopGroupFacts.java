package dev.loopscope.dashboard.analysis.report;

import java.util.List;

/**
 * How the loops of a group fared together. What is not explained here is the sum over them, as in
 * {@link LoopFacts}.
 *
 * @param name as the loops' {@code group} says; the name of a loop that has none
 * @param kinds frameworks and transports of its loops
 * @param loops how many
 * @param busyPercent share of their time that they were not waiting, 0 to 100; negative when not
 *     known
 * @param lag how long a task that arrived at any of them would have waited, weighted by time: each
 *     loop counts alike
 * @param queueDelay over the tasks and timers of all
 * @param run over the tasks and timers of all
 * @param io over the I/O phases of all
 */
public record LoopGroupFacts(
    String name,
    List<String> kinds,
    int loops,
    double busyPercent,
    Percentiles lag,
    Percentiles queueDelay,
    Percentiles run,
    Percentiles io,
    long submitted,
    long runs,
    long failed,
    long cancelled,
    long lost,
    long merged,
    long blockedNanos) {}
