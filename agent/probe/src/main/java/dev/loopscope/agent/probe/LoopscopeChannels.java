package dev.loopscope.agent.probe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many channels a loop serves, asked from the agent's own threads without any lock. */
public final class LoopscopeChannels {
  private static final String KEYS = "keys";
  private static final String JDK = "java.util.";

  private LoopscopeChannels() {}

  /**
   * Called by a loop in each of its rounds: remembers the object that knows its channels.
   *
   * @param counts paths of fields that may hold their number, joined by '|'; see {@link
   *     LoopscopeFields#read}
   */
  public static void keeper(Object keeper, String counts) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.facts().keeperIsNew(keeper)) {
        loop.facts().setKeeper(keeper, counts);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Channels registered with a loop's selector; a moment's view, -1 unknown. */
  public static long registered(LoopscopeLoop loop) {
    Object selector = loop.selector();
    if (selector != null) {
      return size(LoopscopeFields.read(selector, KEYS));
    }
    Object keeper = loop.facts().keeper();
    String counts = loop.facts().counts();
    while (keeper != null && !counts.isEmpty()) {
      int bar = counts.indexOf('|');
      String path = bar < 0 ? counts : counts.substring(0, bar);
      if (LoopscopeFields.read(keeper, path) instanceof Integer number) {
        return number;
      }
      counts = bar < 0 ? "" : counts.substring(bar + 1);
    }
    return -1;
  }

  /** Only of the JDK's own sets, which answer from a field. */
  private static long size(@Nullable Object keys) {
    return keys instanceof Set<?> set && set.getClass().getName().startsWith(JDK) ? set.size() : -1;
  }
}
