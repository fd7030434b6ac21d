package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointTableTest {
  private static final String NETTY = "io/netty/util/concurrent/PromiseTask";

  private final PointTable table =
      new PointTable(
          List.of(
              Point.at("netty", "future run", NETTY, "run", "()V"),
              Point.at("jdk", "future run", "java/util/concurrent/FutureTask", "run", "()V")));

  @Test
  void shadedCopyOfAFrameworkIsFound() {
    assertThat(table.in(NETTY)).containsExactly(0);
    assertThat(table.in("io/grpc/netty/shaded/" + NETTY)).containsExactly(0);
    assertThat(table.in("my" + NETTY)).isEmpty();
    assertThat(table.in("PromiseTask")).isEmpty();
  }

  @Test
  void classOfTheJdkIsOnlyFoundUnderItsOwnName() {
    assertThat(table.in("java/util/concurrent/FutureTask")).containsExactly(1);
    assertThat(table.in("backport/java/util/concurrent/FutureTask")).isEmpty();
  }

  @Test
  void pointThatTwoPluginsDeclareIsWovenOnce() {
    Point select = Point.at("selector", "wait", "sun/nio/ch/SelectorImpl", "select", "()I");
    Point again = Point.at("netty", "wait", "sun/nio/ch/SelectorImpl", "select", "()I");

    assertThat(new PointTable(List.of(select, again)).points()).containsExactly(select);
  }

  @Test
  void namesInAShadedCopyGetItsPrefix() {
    Shading shading = Shading.of("x/shaded/" + NETTY, NETTY);

    assertThat(shading.name("io/netty/channel/Channel"))
        .isEqualTo("x/shaded/io/netty/channel/Channel");
    assertThat(shading.name("java/lang/Thread")).isEqualTo("java/lang/Thread");
    assertThat(shading.descriptor("(Lio/netty/util/Timer;J)Ljava/lang/Object;"))
        .isEqualTo("(Lx/shaded/io/netty/util/Timer;J)Ljava/lang/Object;");
  }

  @Test
  void hookThatDoesNotExistFailsWhenTheTableIsMade() {
    assertThatThrownBy(() -> HookCall.to(RecordingHooks.class, "nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }
}
