package dev.loopscope.agent.it;

import java.util.List;

/**
 * A framework that {@link FrameworkTest} watches.
 *
 * @param feature the JDK
 * @param folder its jars, in {@code agent/it/frameworks}
 * @param lanes patterns of {@code kind:thread name} that must be among the loops
 * @param detail pattern of what each loop of those lanes says of its framework and version
 * @param woven some classes whose bytes must be the old ones after detach
 */
record FrameworkCase(
    int feature,
    String folder,
    Class<?> program,
    List<String> lanes,
    String detail,
    List<String> woven) {

  static List<FrameworkCase> all() {
    return List.of(
        vertx(17, "vertx-4.5", "Vert\\.x 4\\.5\\.34"),
        vertx(17, "vertx-5", "Vert\\.x 5\\.2\\.3"),
        vertx(25, "vertx-5", "Vert\\.x 5\\.2\\.3"),
        grpc(17),
        grpc(25));
  }

  private static FrameworkCase vertx(int feature, String folder, String detail) {
    return new FrameworkCase(
        feature,
        folder,
        VertxProgram.class,
        List.of("vertx-eventloop:vert.x-eventloop-thread-\\d", "vertx-worker:vert.x-worker-thread"),
        detail,
        List.of(
            "io.vertx.core.impl.WorkerTask",
            "io.vertx.core.impl.ContextImpl",
            "io.netty.util.concurrent.SingleThreadEventExecutor"));
  }

  private static FrameworkCase grpc(int feature) {
    String shaded = "io.grpc.netty.shaded.";
    return new FrameworkCase(
        feature,
        "grpc",
        GrpcProgram.class,
        List.of("netty-nio:grpc-server-\\d", "netty-(epoll|nio):grpc-default-worker-ELG-"),
        "Netty 4\\.2\\.17 \\(io\\.grpc\\.netty\\.shaded\\)",
        List.of(
            shaded + "io.netty.util.concurrent.AbstractScheduledEventExecutor",
            shaded + "io.netty.util.concurrent.SingleThreadEventExecutor"));
  }

  TargetJvm start() throws Exception {
    return TargetJvm.start(
        CountsTest.jdk(feature), TargetJvm.framework(folder), List.of(), program);
  }

  @Override
  public String toString() {
    return folder + " on JDK " + feature;
  }
}
