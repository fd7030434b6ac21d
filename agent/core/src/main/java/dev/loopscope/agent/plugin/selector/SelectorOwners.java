package dev.loopscope.agent.plugin.selector;

import dev.loopscope.agent.plugin.LoopOwner;
import java.util.List;

/** Frameworks whose own loops wait in a selector of the JDK, by the classes that wait. */
final class SelectorOwners {
  private static final String KIND = SelectorPlugin.KIND;

  private SelectorOwners() {}

  static List<LoopOwner> all() {
    return List.of(
        owner("kafka", "Kafka", "org.apache.kafka."),
        owner("zookeeper", "ZooKeeper", "org.apache.zookeeper."),
        jetty(),
        owner("tomcat", "Tomcat", "org.apache.tomcat.util.net."),
        owner("xnio", "XNIO (Undertow)", "org.xnio.nio."),
        owner("grizzly", "Grizzly", "org.glassfish.grizzly."),
        owner("mina", "MINA", "org.apache.mina."),
        owner("httpcore", "Apache HttpCore", "org.apache.http.impl.nio.", "org.apache.hc.core5."),
        owner("cassandra", "Cassandra", "org.apache.cassandra."),
        owner("hadoop", "Hadoop", "org.apache.hadoop."),
        owner("java-http-client", "java.net.http", "jdk.internal.net.http."),
        owner("java-http-server", "jdk.httpserver", "sun.net.httpserver."));
  }

  /** Its selecting thread is any of the pool's: whoever has nothing better to do takes over. */
  private static LoopOwner jetty() {
    return new LoopOwner(
        KIND,
        List.of("org.eclipse.jetty."),
        List.of(
            "org.eclipse.jetty.util.thread.QueuedThreadPool",
            "org.eclipse.jetty.util.thread.ReservedThreadExecutor",
            "org.eclipse.jetty.util.thread.MonitoredQueuedThreadPool"),
        KIND + "-jetty",
        "Jetty");
  }

  private static LoopOwner owner(String name, String framework, String... classes) {
    return new LoopOwner(KIND, List.of(classes), List.of(), KIND + '-' + name, framework);
  }
}
