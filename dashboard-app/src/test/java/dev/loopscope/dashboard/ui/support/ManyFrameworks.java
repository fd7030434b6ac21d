package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.VirtualThreads;
import java.util.ArrayList;
import java.util.List;

/** The chat server, in a process that also has loops of other frameworks. */
public final class ManyFrameworks {

  public static final String SHADED = "Netty 4.1.100 (io.grpc.netty.shaded)";

  private ManyFrameworks() {}

  public static ListSession session() {
    ListSession session = Chat.session(false);
    ListTrace trace = session.trace();
    add(
        trace,
        10,
        "vert.x-eventloop-thread-0",
        "vert.x-eventloop",
        "vertx-eventloop",
        "Vert.x 6.0");
    add(trace, 11, "vert.x-worker-thread-0", "vert.x-worker", "vertx-worker", "Vert.x 6.0");
    add(trace, 12, "grpc-default-worker-ELG-3-1", "grpc-default-worker", "netty-epoll", SHADED);
    add(trace, 13, "AWT-EventQueue-0", "AWT-EventQueue", "swing", "JDK 25.0.1");
    add(trace, 14, "ForkJoinPool-1-worker-1", "ForkJoinPool-1", "carrier", "JDK 25.0.1");
    add(trace, 15, "pool-1-thread-1", "pool-1-thread", "thread-pool", "JDK 25.0.1");
    add(trace, 16, "game", "game", "game-loop", "");
    List<Point> points = new ArrayList<>(trace.coverage.points());
    points.add(point("vertx", "Vert.x 6.0", "task run", PointState.WOVEN, 1, ""));
    points.add(
        point("vertx", "", "timers", PointState.MISSING, 0, "this version has no such method"));
    points.add(point("netty", SHADED, "task run", PointState.WOVEN, 1, ""));
    points.add(point("executor", "JDK 25.0.1", "worker busy", PointState.WOVEN, 1, ""));
    points.add(point("virtualthread", "JDK 25.0.1", "carriers", PointState.WOVEN, 1, ""));
    points.add(point("javafx", "", "runLater", PointState.ABSENT, 0, "the class is not loaded"));
    trace.coverage = new Coverage(points);
    trace.virtualThreads.add(
        new VirtualThreads(Chat.START + 1_000 * Chat.MILLI, 1_204, 1_100, 3, 4, 4, 3, 120));
    long pinnedFrom = Chat.START + 8_000 * Chat.MILLI;
    trace.stacks.put(
        90, new Stack(90, List.of(new StackFrame("a.Store", "read", "", 3, Origin.APPLICATION))));
    trace.pinned.add(
        new Pinned(14, pinnedFrom, pinnedFrom + 400 * Chat.MILLI, "", 77, 90, 0, "native frame"));
    trace.changed();
    return session;
  }

  private static void add(
      ListTrace trace, int id, String name, String group, String kind, String detail) {
    trace.loops.add(
        new LoopInfo(new Loop(id, name, group, kind, id, detail), null, 0.1, Chat.MILLI, false));
  }

  private static Point point(
      String plugin, String framework, String sees, PointState state, long fired, String note) {
    return new Point(plugin, framework, sees, "Place.of", state, fired, note);
  }
}
