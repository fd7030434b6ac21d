package dev.loopscope.agent.plugin.own;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import dev.loopscope.agent.probe.LoopscopeOwnLoops;
import dev.loopscope.agent.probe.LoopscopeTasks;
import java.util.List;
import java.util.stream.Stream;

/** A loop that the user has declared, as one more plugin. */
public final class OwnPlugin implements Plugin {
  private final OwnLoop loop;

  public OwnPlugin(OwnLoop loop) {
    this.loop = loop;
  }

  /** By what its kind begins with, as with every plugin. */
  @Override
  public String name() {
    return prefix(loop.name());
  }

  /** What a kind of loop begins with: the name of its plugin. */
  public static String prefix(String kind) {
    int dash = kind.indexOf('-');
    return dash < 0 ? kind : kind.substring(0, dash);
  }

  /** The class that runs its tasks. */
  @Override
  public String framework() {
    String className = loop.of(Role.RUN).get(0).className();
    return className.substring(className.lastIndexOf('.') + 1);
  }

  @Override
  public List<Point> points() {
    return Stream.of(
            loop.of(Role.RUN).stream().map(this::run),
            loop.of(Role.SUBMIT).stream().map(this::submit),
            loop.of(Role.WAIT).stream().map(this::pause))
        .flatMap(points -> points)
        .toList();
  }

  private Point run(OwnPoint declared) {
    Point point =
        at(declared, "task run")
            .onReturn(hook("exit", new Argument.Constant(null)))
            .onThrow(hook("exit", new Argument.Thrown()));
    if (unwraps()) {
      HookCall enter = hook("enterWrapped", task(declared), kind(), number());
      return point.onEnter(enter.storedTo(declared.task()));
    }
    String type = declared.className() + '.' + declared.method();
    return point.onEnter(
        hook("enter", task(declared), new Argument.Constant(type), kind(), number()));
  }

  private boolean unwraps() {
    return loop.of(Role.SUBMIT).stream().anyMatch(OwnPoint::wraps);
  }

  private Point submit(OwnPoint declared) {
    Point point = at(declared, "task submitted").onThrow(hook("refused", task(declared), number()));
    if (declared.answersWhetherTaken()) {
      point = point.onReturn(hook("answered", new Argument.Returned(), task(declared), number()));
    }
    return declared.wraps()
        ? point.onEnter(hook("wrap", task(declared), number()).storedTo(declared.task()))
        : point.onEnter(hook("submit", task(declared), number()));
  }

  private Point pause(OwnPoint declared) {
    return at(declared, "wait for tasks")
        .onEnter(hook("waits", kind(), number()))
        .onReturn(hook("waited"))
        .onThrow(hook("waited"));
  }

  private Point at(OwnPoint declared, String sees) {
    String owner = declared.className().replace('.', '/');
    return Point.at(name(), sees, owner, declared.method(), declared.descriptor()).exactly();
  }

  private static Argument task(OwnPoint declared) {
    return declared.task() == OwnPoint.NO_TASK
        ? new Argument.Constant(null)
        : new Argument.Parameter(declared.task());
  }

  private Argument kind() {
    return new Argument.Constant(loop.name());
  }

  private Argument number() {
    return new Argument.Constant(loop.number());
  }

  private static HookCall hook(String method, Argument... arguments) {
    boolean ends = method.equals("exit");
    return HookCall.to(ends ? LoopscopeTasks.class : LoopscopeOwnLoops.class, method, arguments);
  }

  /** Where its thread waits, so that an idle loop is found at attach. */
  @Override
  public List<LoopFrame> loopFrames() {
    return loop.of(Role.WAIT).stream()
        .map(wait -> new LoopFrame(wait.className(), wait.method(), loop.name(), KindRank.CERTAIN))
        .toList();
  }
}
