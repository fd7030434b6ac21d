package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.plugin.LoopOwner;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoopHomeTest {
  private static final LoopOwner JETTY =
      new LoopOwner(
          "selector",
          List.of("org.eclipse.jetty."),
          List.of("org.eclipse.jetty.util.thread."),
          "selector-jetty",
          "Jetty");
  private static final StackTraceElement WAIT = frame("sun.nio.ch.SelectorImpl", "select");
  private static final StackTraceElement LOOP =
      frame("org.eclipse.jetty.io.ManagedSelector", "select");
  private static final StackTraceElement POOL =
      frame("org.eclipse.jetty.util.thread.QueuedThreadPool", "runJob");
  private static final StackTraceElement THREAD = frame("java.lang.Thread", "run");

  private static StackTraceElement frame(String className, String method) {
    return new StackTraceElement(className, method, null, -1);
  }

  private static LoopHome home(StackTraceElement... stack) {
    return Objects.requireNonNull(LoopHome.of(stack, "selector", List.of(JETTY)));
  }

  @Test
  void ownerIsToldByTheFramesThatCallTheWait() {
    LoopHome home = home(WAIT, LOOP, POOL, THREAD);

    assertThat(home.owner()).isEqualTo(JETTY);
    assertThat(home.ownersClass(new StackTraceElement[] {WAIT, LOOP}))
        .isEqualTo("org.eclipse.jetty.io.ManagedSelector");
  }

  @Test
  void threadThatDoesNotWaitInASelectorIsNotAtHome() {
    assertThat(LoopHome.of(new StackTraceElement[] {LOOP, THREAD}, "selector", List.of(JETTY)))
        .isNull();
  }

  @Test
  void threadIsAtHomeWhileAMethodOfItsLoopIsThere() {
    LoopHome home = home(WAIT, LOOP, POOL, THREAD);

    assertThat(home.isLeft(List.of(frame("com.example.Handler", "handle"), LOOP, POOL))).isFalse();
  }

  @Test
  void threadThatIsOnlyInItsPoolHasLeft() {
    LoopHome home = home(WAIT, LOOP, POOL, THREAD);

    assertThat(home.isLeft(List.of(frame("com.example.Job", "run"), POOL, THREAD))).isTrue();
  }

  @Test
  void whatIsNotKnownHasNotLeft() {
    assertThat(home(WAIT, LOOP).isLeft(List.of())).isFalse();
    assertThat(home(WAIT, THREAD).isLeft(List.of(frame("com.example.Job", "run")))).isFalse();
  }
}
