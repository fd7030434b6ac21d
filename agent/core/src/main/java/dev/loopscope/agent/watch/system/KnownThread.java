package dev.loopscope.agent.watch.system;

/**
 * A thread that may be asked for.
 *
 * @param threadId {@code Thread.getId()}
 * @param name its name; the operating system may know only the beginning
 */
public record KnownThread(long threadId, String name) {}
