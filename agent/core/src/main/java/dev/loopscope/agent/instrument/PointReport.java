package dev.loopscope.agent.instrument;

import java.util.List;

/**
 * What became of one point.
 *
 * @param plugin name of the plugin that declares it
 * @param label {@code Class.method}
 * @param wovenIn classes it is woven in, by binary name; empty when the framework is not loaded
 * @param fired whether it was reached since the session began
 * @param missing whether a class of that name is loaded but has no such method or field
 */
public record PointReport(
    String plugin, String label, List<String> wovenIn, boolean fired, boolean missing) {}
