package dev.loopscope.dashboard.analysis.report;

/**
 * What the watched program's own framework warned of.
 *
 * @param loop name of the loop, empty when not known
 * @param loopId its number, 0 when not known
 * @param at when
 * @param source who said it
 * @param text what it said, or the facts from which it made its words
 */
public record WarningFacts(String loop, int loopId, Moment at, String source, String text) {}
