package dev.loopscope.protocol;

import java.util.List;

/**
 * Says who speaks: always the first frame.
 *
 * @param version the protocol version in which all that follows is written
 * @param agentVersion the version of the agent's build, for people
 * @param process the watched process
 * @param clock ties every other time of the stream to the wall clock
 * @param attachedNanos when the agent began to watch; nothing before it was seen
 * @param settings limits and budget in force at the start; changes come as {@link Command}s
 * @param plugins names of the plug-ins that were asked for, for example {@code "netty"}
 */
public record Hello(
    Version version,
    String agentVersion,
    ProcessInfo process,
    Clock clock,
    long attachedNanos,
    Settings settings,
    List<String> plugins)
    implements Frame {

  public Hello {
    plugins = List.copyOf(plugins);
  }
}
