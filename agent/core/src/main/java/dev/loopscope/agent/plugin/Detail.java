package dev.loopscope.agent.plugin;

/**
 * Something that a plugin can watch besides and does not unless it is asked to, because it costs.
 *
 * @param name as in the agent's option {@code detail=}
 * @param sees what it shows, in words for the user
 * @param price what it costs the watched program, as measured
 */
public record Detail(String name, String sees, String price) {}
