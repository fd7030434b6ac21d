package dev.loopscope.agent.instrument;

import dev.loopscope.agent.instrument.FrameworkCopy.InCopy;
import dev.loopscope.agent.probe.LoopscopePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All copies of frameworks met so far, numbered, and which points they have. Any thread. */
public final class FrameworkCopies {
  /** A server that deploys over and over makes more; those are not told apart. */
  static final int MAX = 1000;

  private final List<FrameworkCopy> copies = new ArrayList<>();
  private final boolean[] flagTaken;
  private int nextFlag;
  private int lastNumber;

  FrameworkCopies(int points) {
    flagTaken = new boolean[points];
    nextFlag = points;
  }

  /** The copy that a class belongs to, new or known. */
  synchronized FrameworkCopy at(String plugin, String prefix, @Nullable ClassLoader loader) {
    FrameworkCopy known = search(plugin, prefix, loader);
    if (known != null) {
      return known;
    }
    return lastNumber == MAX
        ? untold(plugin)
        : add(new FrameworkCopy(++lastNumber, plugin, prefix, loader));
  }

  /** Stands for the classes of the JDK that a plug-in watches, and for copies beyond the bound. */
  synchronized FrameworkCopy untold(String plugin) {
    for (FrameworkCopy copy : copies) {
      if (copy.number() == 0 && copy.isOf(plugin)) {
        return copy;
      }
    }
    return add(new FrameworkCopy(0, plugin, "", null));
  }

  private @Nullable FrameworkCopy search(
      String plugin, String prefix, @Nullable ClassLoader loader) {
    for (FrameworkCopy copy : copies) {
      if (copy.number() != 0 && copy.is(plugin, prefix, loader)) {
        return copy;
      }
    }
    return null;
  }

  private FrameworkCopy add(FrameworkCopy copy) {
    copies.add(copy);
    return copy;
  }

  /**
   * A point's state in a copy, new or known. Each copy has a flag of its own as long as there are
   * any; further ones share the first copy's.
   */
  synchronized InCopy point(FrameworkCopy copy, int point) {
    InCopy state = copy.point(point);
    if (state == null) {
      state = new InCopy(flag(point), ConcurrentHashMap.newKeySet());
      copy.add(point, state);
    }
    return state;
  }

  private int flag(int point) {
    if (flagTaken[point] && nextFlag < LoopscopePoints.MAX) {
      return nextFlag++;
    }
    flagTaken[point] = true;
    return point;
  }

  /** Copies that have a class of this point, but those that are gone. */
  synchronized List<FrameworkCopy> with(int point) {
    return copies.stream().filter(copy -> copy.point(point) != null && !copy.isGone()).toList();
  }

  /** The copies of a plug-in's framework, as they were found, those that are gone too. */
  public synchronized List<FrameworkCopy> of(String plugin) {
    return copies.stream().filter(copy -> copy.number() != 0 && copy.isOf(plugin)).toList();
  }

  /**
   * The number of a copy, 0 when it is not certain.
   *
   * @param prefix as class names have it, for example {@code io.grpc.netty.shaded.}
   * @param loader of some class of that copy; null when none is known
   */
  public synchronized int number(String plugin, String prefix, @Nullable ClassLoader loader) {
    String behind = prefix.replace('.', '/');
    FrameworkCopy exact = loader == null ? null : search(plugin, behind, loader);
    if (exact != null) {
      return exact.number();
    }
    List<FrameworkCopy> alike =
        of(plugin).stream().filter(copy -> !copy.isGone() && copy.isBehind(behind)).toList();
    return alike.size() == 1 ? alike.get(0).number() : 0;
  }
}
