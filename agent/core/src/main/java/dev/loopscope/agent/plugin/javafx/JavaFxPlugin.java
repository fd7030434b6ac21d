package dev.loopscope.agent.plugin.javafx;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopeToolkit;
import java.util.List;
import java.util.Map;

/**
 * The JavaFX application thread, on every system: what it is given is wrapped where the application
 * can no longer see it, and the wrapper itself marks begin and end of the run.
 */
public final class JavaFxPlugin implements Plugin {
  private static final String KIND = "javafx";
  private static final String GLASS = "com/sun/glass/ui/";
  private static final String APPLICATION = GLASS + "Application";
  private static final String PLATFORM = "com/sun/javafx/application/PlatformImpl";
  private static final String QUANTUM = "com/sun/javafx/tk/quantum/QuantumToolkit";
  private static final String SCENE = "javafx/scene/Scene$";
  private static final String INPUT = "javafx.scene.input.";
  private static final String PULSE = "javafx.Pulse";
  private static final long LIMIT_NANOS = 100_000_000L;

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public String framework() {
    return "JavaFX";
  }

  @Override
  public List<Point> points() {
    return List.of(
        Point.at(KIND, "runLater", PLATFORM, "runLater", "(Ljava/lang/Runnable;Z)V")
            .onEnter(hook("task", new Argument.Parameter(0)).storedTo(0))
            .onThrow(hook("rejected", new Argument.Parameter(0))),
        Point.at(KIND, "work queued", APPLICATION, "invokeLater", "(Ljava/lang/Runnable;)V")
            .onEnter(hook("queued", new Argument.Parameter(0)).storedTo(0)),
        Point.at(KIND, "pulse", QUANTUM, "pulse", "(Z)V")
            .onEnter(hook("internal", new Argument.Constant(PULSE))),
        Point.at(KIND, "loop inside a run", APPLICATION, "enterNestedEventLoop", "")
            .onEnter(hook("layAside"))
            .onReturn(hook("goOn"))
            .onThrow(hook("goOn")),
        input("mouseEvent", "MouseEvent"),
        input("keyEvent", "KeyEvent"),
        input("inputMethodEvent", "InputMethodEvent"),
        input("menuEvent", "ContextMenuEvent"),
        input("scrollEvent", "ScrollEvent"),
        input("zoomEvent", "ZoomEvent"),
        input("rotateEvent", "RotateEvent"),
        input("swipeEvent", "SwipeEvent"),
        input("touchEventBegin", "TouchEvent"),
        input("touchEventNext", "TouchEvent"),
        input("touchEventEnd", "TouchEvent"),
        drag("DragGestureListener", "dragGestureRecognized"),
        drag("DropTargetListener", "dragEnter"),
        drag("DropTargetListener", "dragOver"),
        drag("DropTargetListener", "dragExit"),
        drag("DropTargetListener", "drop"),
        drag("DragSourceListener", "dragDropEnd"),
        window("notifyClose"),
        window("notifyResize"),
        window("notifyFocus"));
  }

  /**
   * What a scene is told by its window. The window's own {@code View} and its handler would tell it
   * earlier, but have a constant that is not a number: the JVM takes such constants for new ones
   * whenever it makes a class anew, and JDK 25 then triples them with each attach.
   */
  private static Point input(String method, String type) {
    return event(SCENE + "ScenePeerListener", method, INPUT + type);
  }

  private static Point drag(String listener, String method) {
    return event(SCENE + listener, method, INPUT + "DragEvent");
  }

  private static Point window(String method) {
    return event(GLASS + "Window", method, "javafx.stage.WindowEvent");
  }

  private static Point event(String owner, String method, String type) {
    return Point.at(KIND, "events of windows", owner, method, "")
        .onEnter(hook("event", new Argument.Constant(type)))
        .onReturn(hook("exit", new Argument.Constant(null)))
        .onThrow(hook("exit", new Argument.Thrown()));
  }

  private static HookCall hook(String method, Argument... arguments) {
    return HookCall.to(LoopscopeToolkit.class, method, arguments);
  }

  /** What carries a task of the application that {@code runLater} has wrapped before. */
  @Override
  public List<String> internalTypes() {
    return List.of("com.sun.javafx.application.PlatformImpl$");
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(KIND, LIMIT_NANOS);
  }

  @Override
  public List<LoopFrame> loopFrames() {
    String glass = GLASS.replace('/', '.');
    return List.of(
        loop(glass + "gtk.GtkApplication", "_runLoop"),
        loop(glass + "win.WinApplication", "_runLoop"),
        loop(glass + "mac.MacApplication", "_runLoop"),
        loop(glass + "monocle.RunnableProcessor", "runLoop"));
  }

  private static LoopFrame loop(String className, String method) {
    return new LoopFrame(className, method, KIND, KindRank.TASKS);
  }
}
