package dev.loopscope.agent.drain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that the threads of one pool have in common: a thread's name without its number in the
 * pool. The number of the pool itself stays.
 */
final class GroupName {
  /** {@code qtp12-34-acceptor-0@5e-Connector@6f}: only what stands in front names the pool. */
  private static final Pattern JETTY = Pattern.compile("(qtp\\d+)-\\d+(?:-.*)?", Pattern.DOTALL);

  /** Kotlin's debug mode appends the coroutine that the thread runs at the moment. */
  private static final Pattern COROUTINE = Pattern.compile(" @\\S*#\\d+$");

  /** The last number, unless it is the port of an address. */
  private static final Pattern NUMBER = Pattern.compile("[-_# .]*(?<![:\\d])\\d+$");

  private GroupName() {}

  static String of(String name) {
    Matcher jetty = JETTY.matcher(name);
    if (jetty.matches()) {
      return jetty.group(1);
    }
    String thread = COROUTINE.matcher(name).replaceFirst("");
    String group = NUMBER.matcher(thread).replaceFirst("");
    return group.isEmpty() ? name : group;
  }
}
