package dev.loopscope.protocol;

/**
 * What the watched program's own framework said of a loop, so that it stands beside what Loopscope
 * says.
 *
 * @param loop number of the loop, 0 when unknown
 * @param atNanos when it said so
 * @param source who, for example {@code "Vert.x BlockedThreadChecker"}
 * @param text what it said, or the facts from which it made its words
 */
public record Warning(int loop, long atNanos, String source, String text) implements Frame {}
