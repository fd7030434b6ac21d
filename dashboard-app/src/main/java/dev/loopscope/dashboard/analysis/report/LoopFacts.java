package dev.loopscope.dashboard.analysis.report;

/**
 * How a loop fared.
 *
 * @param id number of the loop in this session
 * @param name its thread's name
 * @param group loops that belong together
 * @param kind framework and transport
 * @param busyPercent share of its time that it was not waiting, 0 to 100; negative when not known
 * @param lag how long a task that arrived would have waited, weighted by time
 * @param queueDelay how long tasks and timers waited
 * @param run how long tasks and timers ran
 * @param io how long I/O phases took
 * @param submitted tasks and timers given to it
 * @param runs runs that ended, I/O phases not counted
 * @param failed of those, how many failed
 * @param cancelled cancelled before they ran
 * @param lost runs lost, exactly
 * @param merged runs that were merged into groups
 * @param blockedNanos sum of the runs over the limit
 */
public record LoopFacts(
    int id,
    String name,
    String group,
    String kind,
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
