package dev.loopscope.agent.it;

import java.util.List;

/**
 * A framework that {@link FrameworkTest} watches.
 *
 * @param feature the JDK
 * @param folder its jars, in {@code agent/it/frameworks}
 * @param lanes patterns of {@code kind:thread name} that must be among the loops
 * @param detail pattern of what each loop of those lanes says of its framework and version
 * @param options of its JVM
 * @param warning pattern of what the framework's own watcher says of the block; empty if it has
 *     none
 * @param refuses whether the program can be told to give work that is refused
 * @param woven some classes whose code must be the old one after detach
 */
record FrameworkCase(
    int feature,
    String folder,
    Class<?> program,
    List<String> lanes,
    String detail,
    List<String> options,
    String warning,
    boolean refuses,
    List<String> woven) {

  private static final String CHECKER =
      "Thread vert\\.x-eventloop-thread-\\d has been blocked for \\d+ ms, time limit is 150 ms";

  static List<FrameworkCase> all() {
    return List.of(
        vertx(17, "vertx-4.5", "Vert\\.x 4\\.5\\.34", true),
        vertx(25, "vertx-4.5", "Vert\\.x 4\\.5\\.34", false),
        vertx(17, "vertx-5", "Vert\\.x 5\\.2\\.3", false),
        vertx(25, "vertx-5", "Vert\\.x 5\\.2\\.3", true),
        reactor(17, "reactor-netty-1.1", ReactorProgram.class, "Netty 4\\.1\\..*"),
        reactor(25, "reactor-netty-1.1", ReactorProgram.class, "Netty 4\\.1\\..*"),
        reactor(17, "reactor-netty", ReactorProgram.class, "Netty 4\\.2\\..*"),
        reactor(25, "reactor-netty", ReactorProgram.class, "Netty 4\\.2\\..*"),
        reactor(17, "spring-webflux", WebFluxProgram.class, "Netty 4\\.1\\..*"),
        reactor(25, "spring-webflux", WebFluxProgram.class, "Netty 4\\.1\\..*"),
        pekko(17),
        pekko(25),
        coroutines(17),
        coroutines(25),
        grpc(17),
        grpc(25));
  }

  /** Without its timings, as busy servers run it, Vert.x's own checker sees nothing. */
  private static FrameworkCase vertx(int feature, String folder, String detail, boolean timings) {
    return new FrameworkCase(
        feature,
        folder,
        VertxProgram.class,
        List.of("vertx-eventloop:vert.x-eventloop-thread-\\d", "vertx-worker:vert.x-worker-thread"),
        detail,
        timings ? List.of() : List.of("-Dvertx.disableContextTimings=true"),
        timings ? CHECKER : "",
        true,
        List.of(
            "io.vertx.core.impl.WorkerTask",
            "io.vertx.core.impl.ContextImpl",
            "io.netty.util.concurrent.SingleThreadEventExecutor"));
  }

  private static FrameworkCase reactor(
      int feature, String folder, Class<?> program, String detail) {
    return new FrameworkCase(
        feature,
        folder,
        program,
        List.of("netty-epoll:reactor-http-epoll-\\d"),
        detail,
        List.of(),
        "",
        false,
        List.of(
            "io.netty.util.concurrent.SingleThreadEventExecutor",
            "io.netty.util.concurrent.AbstractScheduledEventExecutor",
            "io.netty.channel.epoll.Native"));
  }

  private static FrameworkCase pekko(int feature) {
    return new FrameworkCase(
        feature,
        "pekko",
        PekkoProgram.class,
        List.of(
            "pekko-dispatcher:program-pekko\\.actor\\.default-dispatcher-\\d",
            "pekko-dispatcher:program-pool-\\d"),
        "Pekko 1\\.2\\.1",
        List.of(),
        "",
        false,
        List.of(
            "org.apache.pekko.dispatch.Mailbox",
            "org.apache.pekko.actor.ActorCell",
            "java.util.concurrent.ForkJoinPool$WorkQueue"));
  }

  private static FrameworkCase coroutines(int feature) {
    return new FrameworkCase(
        feature,
        "kotlin-coroutines",
        CoroutinesProgram.class,
        List.of("coroutines-dispatcher:DefaultDispatcher-worker-\\d"),
        "Kotlin coroutines 1\\.10\\.2",
        List.of(),
        "",
        false,
        List.of(
            "kotlinx.coroutines.scheduling.TaskImpl",
            "kotlinx.coroutines.scheduling.CoroutineScheduler"));
  }

  private static FrameworkCase grpc(int feature) {
    String shaded = "io.grpc.netty.shaded.";
    return new FrameworkCase(
        feature,
        "grpc",
        GrpcProgram.class,
        List.of("netty-nio:grpc-server-\\d", "netty-(epoll|nio):grpc-default-worker-ELG-"),
        "Netty 4\\.2\\.17 \\(io\\.grpc\\.netty\\.shaded\\)",
        List.of(),
        "",
        false,
        List.of(
            shaded + "io.netty.util.concurrent.AbstractScheduledEventExecutor",
            shaded + "io.netty.util.concurrent.SingleThreadEventExecutor"));
  }

  TargetJvm start() throws Exception {
    return TargetJvm.start(CountsTest.jdk(feature), TargetJvm.framework(folder), options, program);
  }

  @Override
  public String toString() {
    return folder + " on JDK " + feature;
  }
}
