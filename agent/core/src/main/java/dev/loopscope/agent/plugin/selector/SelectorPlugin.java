package dev.loopscope.agent.plugin.selector;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopePolls;
import java.util.List;

/** Any thread that waits in a selector: busy from one wait's end to the next one's begin. */
public final class SelectorPlugin implements Plugin {
  static final String KIND = "selector";
  private static final String SELECTOR = "sun/nio/ch/SelectorImpl";
  private static final String SELECT = "lockAndDoSelect";

  @Override
  public String name() {
    return "selector";
  }

  @Override
  public String framework() {
    return "JDK";
  }

  @Override
  public List<Point> points() {
    return List.of(select(name()));
  }

  /**
   * Every select of every selector ends up here; other plugins whose loops select declare it too.
   */
  public static Point select(String plugin) {
    return Point.at(
            plugin,
            "wait in select, channels ready",
            SELECTOR,
            SELECT,
            "(Ljava/util/function/Consumer;J)I")
        .onEnter(
            HookCall.to(
                LoopscopePolls.class,
                "enter",
                new Argument.This(),
                new Argument.Constant(KIND),
                new Argument.Constant(KindRank.SELECTOR),
                new Argument.Copy()))
        .onReturn(HookCall.to(LoopscopePolls.class, "exit", new Argument.Returned()))
        .onThrow(HookCall.to(LoopscopePolls.class, "exit", new Argument.Constant(0)));
  }

  @Override
  public List<LoopOwner> owners() {
    return SelectorOwners.all();
  }

  @Override
  public List<LoopFrame> loopFrames() {
    return List.of(new LoopFrame(SELECTOR.replace('/', '.'), SELECT, KIND, KindRank.SELECTOR));
  }
}
