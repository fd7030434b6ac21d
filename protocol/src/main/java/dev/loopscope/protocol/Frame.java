package dev.loopscope.protocol;

/**
 * One message between an agent and whoever listens to it: the dashboard or a recording.
 *
 * <p>Frames are immutable values. All times are nanoseconds of the target's {@code
 * System.nanoTime()}; {@link Hello#clock()} ties them to the wall clock. Numbers that stand for
 * names ({@code loop}, {@code type}, {@code stack}, …) are introduced by {@link Definitions} before
 * their first use. The first frame of a stream is {@link Hello}, the last, when there is time for
 * one, {@link Bye}.
 */
public sealed interface Frame
    permits Hello,
        Definitions,
        Coverage,
        RunBatch,
        GroupBatch,
        Gap,
        LoopState,
        Pause,
        Stall,
        Pinned,
        VirtualThreads,
        LoopFacts,
        Warning,
        Stats,
        Bye,
        Command {}
