package dev.loopscope.agent.plugin.virtualthread;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.Detail;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.plugin.Uncovered;
import dev.loopscope.agent.probe.LoopscopeThreads;
import java.util.List;
import java.util.Set;

/** Virtual threads of JDK 21 and later, and the carriers that run them. */
public final class VirtualThreadPlugin implements Plugin {
  static final String CARRIER = "carrier";
  private static final String NAME = "virtualthread";
  private static final String THREAD = "java/lang/VirtualThread";
  private static final String MOUNTS = "mounts";
  private static final int FIRST_JDK = 21;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "JDK";
  }

  @Override
  public List<Point> points() {
    return List.of(
        Point.at(
                NAME,
                "virtual thread started",
                THREAD,
                "start",
                "(Ljdk/internal/vm/ThreadContainer;)V")
            .onReturn(HookCall.to(LoopscopeThreads.class, "started")),
        Point.at(NAME, "virtual thread ended", THREAD, "afterDone", "(Z)V")
            .onEnter(HookCall.to(LoopscopeThreads.class, "ended")));
  }

  @Override
  public List<Detail> details() {
    return List.of(
        new Detail(
            MOUNTS,
            "every stretch of a virtual thread on its carrier as a run, by the class of its task",
            "about 130 ns for each time a virtual thread is mounted, which itself takes 220 ns"));
  }

  @Override
  public List<Point> pointsOf(String detail) {
    if (!detail.equals(MOUNTS)) {
      return List.of();
    }
    return List.of(
        Point.at(NAME, "virtual thread on its carrier", THREAD, "runContinuation", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopeThreads.class,
                    "mount",
                    new Argument.This(),
                    new Argument.Constant(CARRIER),
                    new Argument.Constant(KindRank.CERTAIN)))
            .onReturn(HookCall.to(LoopscopeThreads.class, "unmount", new Argument.Constant(null)))
            .onThrow(HookCall.to(LoopscopeThreads.class, "unmount", new Argument.Thrown())));
  }

  @Override
  public List<Uncovered> uncovered() {
    return List.of(
        Uncovered.whereWithout(
            "jdk.jfr",
            Carriers.CLASS_NAME,
            "pinned virtual threads",
            "the module jdk.jfr, which tells which are pinned, is not in this Java runtime"));
  }

  @Override
  public List<Source> sources(Set<String> details) {
    return Runtime.version().feature() < FIRST_JDK ? List.of() : List.of(new CarrierSource());
  }
}
