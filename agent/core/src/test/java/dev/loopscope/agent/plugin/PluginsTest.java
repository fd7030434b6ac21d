package dev.loopscope.agent.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.instrument.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PluginsTest {
  private static final List<String> ALWAYS_RUNNING =
      List.of(
          "java/util/concurrent/ThreadPoolExecutor",
          "java/util/concurrent/ForkJoinPool",
          "java/util/TimerThread",
          "kotlinx/coroutines/scheduling/CoroutineScheduler$Worker",
          "io/netty/channel/nio/NioEventLoop",
          "io/netty/channel/epoll/EpollEventLoop",
          "io/netty/channel/SingleThreadIoEventLoop");

  @Test
  void noClassIsWovenWhoseLoopMethodNeverReturns() {
    assertThat(new Plugins(Set.copyOf(Plugins.names()), Set.of()).points().points())
        .extracting(Point::owner)
        .doesNotContainAnyElementsOf(ALWAYS_RUNNING);
  }

  @Test
  void selectIsWovenOnceThoughTwoPluginsNeedIt() {
    assertThat(new Plugins(Set.copyOf(Plugins.names()), Set.of()).points().points())
        .filteredOn(point -> point.method().equals("lockAndDoSelect"))
        .hasSize(1);
    assertThat(new Plugins(Set.of("netty"), Set.of()).points().points())
        .filteredOn(point -> point.method().equals("lockAndDoSelect"))
        .hasSize(1);
  }

  @Test
  void onlyChosenPluginsAreUsed() {
    Plugins plugins = new Plugins(Set.of("executor"), Set.of());

    assertThat(plugins.points().points()).extracting(Point::plugin).containsOnly("executor");
    assertThat(plugins.loopFrames())
        .extracting(LoopFrame::kind)
        .containsOnly("thread-pool", "scheduled-pool");
  }

  @Test
  void loopFrameMatchesShadedCopies() {
    LoopFrame frame = new LoopFrame("io.netty.channel.nio.NioEventLoop", "run", "netty-nio", 4);

    assertThat(frame.matches(frame("io.netty.channel.nio.NioEventLoop", "run"))).isTrue();
    assertThat(frame.matches(frame("x.io.netty.channel.nio.NioEventLoop", "run"))).isTrue();
    assertThat(frame.matches(frame("io.netty.channel.nio.NioEventLoop", "select"))).isFalse();
  }

  private static StackTraceElement frame(String className, String method) {
    return new StackTraceElement(className, method, null, -1);
  }
}
