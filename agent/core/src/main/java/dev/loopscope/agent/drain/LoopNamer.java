package dev.loopscope.agent.drain;

import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.probe.LoopscopeThreadReading;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose a loop is that is only known to wait: by the stack on which it says itself that
 * it goes to wait, so that one which never waits for long is known too; or, when it waits for so
 * long that it has not said so yet, by looking at its thread's stack. For the drain thread.
 */
final class LoopNamer {
  /** Looks at a loop that never waits when we look; each stops its thread for a moment. */
  private static final int MOST_LOOKS = 12;

  private static final int MOST_NAMELESS = 100;

  private final List<LoopOwner> owners;
  private final UnaryOperator<String> versionOfClass;

  /** One of the loops that wait in each method and are nobody's; not kept alive by that. */
  private final SortedMap<String, WeakReference<LoopTrack>> nameless = new TreeMap<>();

  /**
   * @param versionOfClass version of the jar that a class of this name came from, empty if unknown
   */
  LoopNamer(List<LoopOwner> owners, UnaryOperator<String> versionOfClass) {
    this.owners = owners;
    this.versionOfClass = versionOfClass;
  }

  /** Looks at a loop unless all is known of it. */
  void look(LoopTrack loop) {
    // taken where nobody needs it too, because it holds the classes of its frames
    StackTraceElement[] stack = loop.probe.takeCaller();
    if (loop.home() != null || !isNamable(loop.probe.kind())) {
      return;
    }
    if (stack == null) {
      if (loop.looks >= MOST_LOOKS || loop.probe.pollSinceNanos() == 0) {
        return;
      }
      loop.looks++;
      stack = LoopscopeThreadReading.stack(loop.probe.thread());
    }
    LoopHome home = LoopHome.of(stack, loop.probe.kind(), owners);
    if (home == null) {
      return;
    }
    LoopOwner owner = home.owner();
    if (owner != null) {
      String version = versionOfClass.apply(home.ownersClass(stack));
      loop.detail = version.isEmpty() ? owner.framework() : owner.framework() + ' ' + version;
    } else if (!home.waitedIn().isEmpty() && nameless.size() < MOST_NAMELESS) {
      nameless.put(home.waitedIn(), new WeakReference<>(loop));
    }
    loop.setHome(home);
  }

  /** {@code Class.method} of those that wait in a selector and are nobody's known loops. */
  List<String> nameless() {
    return nameless.entrySet().stream()
        .filter(entry -> isStillNameless(entry.getValue().get()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Hooks may have told more of it since. */
  private boolean isStillNameless(@Nullable LoopTrack loop) {
    return loop == null || isNamable(loop.probe.kind());
  }

  private boolean isNamable(String kind) {
    return owners.stream().anyMatch(owner -> owner.ofKind().equals(kind));
  }
}
