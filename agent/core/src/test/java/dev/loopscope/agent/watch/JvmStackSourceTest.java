package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeProbe;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JvmStackSourceTest {

  @Test
  void hooksOnTheirWayAreNotPartOfAStack() {
    StackTraceElement hook =
        new StackTraceElement(LoopscopeProbe.class.getName(), "submit", "LoopscopeProbe.java", 1);
    StackTraceElement handler = new StackTraceElement("ChatRoom", "tellAll", "ChatRoom.java", 30);

    assertThat(JvmStackSource.withoutOurs(new StackTraceElement[] {hook, handler}))
        .containsExactly(handler);
  }

  @Test
  void ownThreadIsSampledWithItsState() {
    ThreadSample sample =
        Objects.requireNonNull(
            new JvmStackSource(any -> null).sample(Thread.currentThread().getId()));

    assertThat(sample.state()).isEqualTo(Thread.State.RUNNABLE);
    assertThat(sample.frames())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).contains("ownThreadIsSampled"));
  }
}
