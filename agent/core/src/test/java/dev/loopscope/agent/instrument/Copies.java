package dev.loopscope.agent.instrument;

import java.util.ArrayList;
import java.util.List;

/** Copies of frameworks in class loaders of their own, for tests. */
public final class Copies {
  private final FrameworkCopies met = new FrameworkCopies(0);
  private final List<ClassLoader> loaders = new ArrayList<>(); // they must not be gone

  public FrameworkCopies met() {
    return met;
  }

  /** Adds one, from a jar; its number. */
  public int add(String plugin, String prefix, String jar) {
    ClassLoader loader = new ClassLoader(null) {};
    loaders.add(loader);
    FrameworkCopy copy = met.at(plugin, prefix, loader);
    copy.noteLocation(jar);
    return copy.number();
  }
}
