package dev.loopscope.protocol;

/**
 * What the agent itself costs and what it lost: sent about once a second.
 *
 * @param atNanos when
 * @param runs finished runs seen since attach
 * @param merged how many of them were merged into groups
 * @param lost runs lost since attach, in rings or on the way out
 * @param bytesSent bytes sent since attach
 * @param agentCpuNanos CPU time of the agent's own threads since attach
 * @param hookNanosEstimate time spent in hooks on the application's threads since attach, estimated
 *     from the number of calls and their measured price
 * @param processCpuNanos CPU time of the whole process since its start, -1 unknown
 * @param heapUsedBytes heap used by the process
 * @param heapMaxBytes heap limit of the process
 * @param ringBytes memory held by the agent's rings
 * @param errors errors swallowed since attach: if everything works, 0
 * @param lastError the last of them in words, empty when none
 */
public record Stats(
    long atNanos,
    long runs,
    long merged,
    long lost,
    long bytesSent,
    long agentCpuNanos,
    long hookNanosEstimate,
    long processCpuNanos,
    long heapUsedBytes,
    long heapMaxBytes,
    long ringBytes,
    long errors,
    String lastError)
    implements Frame {}
