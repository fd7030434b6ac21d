package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "nioEventLoopGroup-2-1, nioEventLoopGroup-2",
    "vert.x-eventloop-thread-0, vert.x-eventloop-thread",
    "worker 12, worker",
    "main, main",
    "7, 7",
    "reactor-http-nio-2, reactor-http-nio",
    "grpc-default-worker-ELG-1-2, grpc-default-worker-ELG-1",
    "qtp123-45, qtp123",
    "qtp123-45-acceptor-0@5e91993f-ServerConnector@1f36e637{HTTP/1.1}{0.0.0.0:8080}, qtp123",
    "http-nio-8080-Poller, http-nio-8080-Poller",
    "http-nio-8080-exec-3, http-nio-8080-exec",
    "XNIO-1 I/O-3, XNIO-1 I/O",
    "XNIO-1 Accept, XNIO-1 Accept",
    "pool-3-thread-1, pool-3-thread",
    "ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool-worker",
    "ForkJoinPool-1-worker-3, ForkJoinPool-1-worker",
    "NIOServerCxnFactory.SelectorThread-0, NIOServerCxnFactory.SelectorThread",
    "NIOServerCxnFactory.AcceptThread:/127.0.0.1:2181, NIOServerCxnFactory.AcceptThread:/127.0.0.1:2181",
    "kafka-producer-network-thread | producer-1, kafka-producer-network-thread | producer",
    "DefaultDispatcher-worker-1 @coroutine#5, DefaultDispatcher-worker",
    "app-pekko.actor.default-dispatcher-5, app-pekko.actor.default-dispatcher",
    "AWT-EventQueue-0, AWT-EventQueue"
  })
  void loopsOfOnePoolHaveTheNameWithoutTheNumberInCommon(String thread, String group) {
    assertThat(GroupName.of(thread)).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.example.Server --password hunter2 | org.example.Server",
        "/srv/secret/place/app.jar --x | app.jar",
        "'' | java"
      })
  void theProcessIsNamedWithoutItsArguments(String command, String name) {
    assertThat(ThisProcess.name(command)).isEqualTo(name);
  }
}
