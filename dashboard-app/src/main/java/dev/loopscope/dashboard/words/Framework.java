package dev.loopscope.dashboard.words;

import dev.loopscope.protocol.Definitions.Loop;

/**
 * What a loop belongs to, as its users call it.
 *
 * @param family what it looks like
 * @param name for example {@code "Netty 4.1.135"}; the family's name for loops of the JDK itself
 */
public record Framework(FrameworkFamily family, String name) {

  /** What stands in a loop's detail when nothing but the JDK is behind it. */
  private static final String JDK = "JDK";

  /** The framework of a loop. */
  public static Framework of(Loop loop) {
    return of(loop.kind(), loop.detail());
  }

  /**
   * The framework of a kind of loop, or of a plug-in.
   *
   * @param detail name and version as the agent found them, may be empty
   */
  public static Framework of(String kind, String detail) {
    FrameworkFamily family = FrameworkFamily.of(kind);
    boolean known = !detail.isEmpty() && !detail.startsWith(JDK);
    if (known) {
      return new Framework(family, detail);
    }
    boolean unnamed = family == FrameworkFamily.OTHER && !kind.isEmpty();
    return new Framework(family, unnamed ? kind : family.title());
  }
}
