package dev.loopscope.agent.plugin.swing;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopeEvents;
import java.util.List;
import java.util.Map;

/**
 * The AWT event queue. Events are the application's own objects, so nothing is wrapped. {@code
 * EventDispatchThread} is never touched, because its methods are on the thread's stack for ever.
 */
public final class SwingPlugin implements Plugin {
  private static final String KIND = "swing";
  private static final String QUEUE = "java/awt/EventQueue";
  private static final String INVOCATION = "java/awt/event/InvocationEvent";
  private static final String EVENT = "Ljava/awt/AWTEvent;";
  private static final long LIMIT_NANOS = 100_000_000L;

  /** The thread that will run what is queued. */
  private static final Argument THREAD =
      new Argument.Field("dispatchThread", "Ljava/awt/EventDispatchThread;");

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public String framework() {
    return "JDK";
  }

  @Override
  public List<Point> points() {
    return List.of(
        Point.at(name(), "where an event comes from", "sun/awt/PostEventQueue", "postEvent", "")
            .onEnter(hook("announced", new Argument.Parameter(0))),
        Point.at(name(), "event posted", QUEUE, "postEvent", "(" + EVENT + "I)V")
            .onEnter(hook("posted", new Argument.Parameter(0), THREAD)),
        Point.at(name(), "event merged with another", QUEUE, "coalesceEvent", "(" + EVENT + "I)Z")
            .onReturn(hook("coalesced", new Argument.Returned(), THREAD)),
        wait("()" + EVENT),
        wait("(I)" + EVENT),
        dispatch(),
        Point.at(name(), "command of invokeLater", INVOCATION, "dispatch", "()V")
            .onEnter(
                hook(
                    "command",
                    new Argument.This(),
                    new Argument.Field("runnable", "Ljava/lang/Runnable;"))));
  }

  private Point wait(String descriptor) {
    return Point.at(name(), "wait for events", QUEUE, "getNextEvent", descriptor)
        .onEnter(hook("waits"))
        .onReturn(hook("taken", new Argument.Returned()))
        .onThrow(hook("waitEnded"));
  }

  private Point dispatch() {
    String descriptor = "(" + EVENT + "Ljava/lang/Object;)V";
    return Point.at(name(), "event run", QUEUE, "dispatchEventImpl", descriptor)
        .onEnter(
            hook(
                "enter",
                new Argument.Parameter(0),
                new Argument.Constant(KIND),
                new Argument.Constant(KindRank.TASKS)))
        .onReturn(hook("exit", new Argument.Constant(null)))
        .onThrow(hook("exit", new Argument.Thrown()));
  }

  private static HookCall hook(String method, Argument... arguments) {
    return HookCall.to(LoopscopeEvents.class, method, arguments);
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(KIND, LIMIT_NANOS);
  }

  @Override
  public List<LoopFrame> loopFrames() {
    return List.of(new LoopFrame("java.awt.EventDispatchThread", "run", KIND, KindRank.TASKS));
  }
}
