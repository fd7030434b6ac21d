package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.plugin.own.OwnLoop;
import dev.loopscope.agent.plugin.own.OwnPoint;
import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActiveMethodsTest {
  private final CountDownLatch over = new CountDownLatch(1);

  /** Stays in one method for as long as the test lasts. */
  private final class Endless extends Thread {
    private final CountDownLatch inside = new CountDownLatch(1);

    Endless() {
      super("endless-loop");
    }

    @Override
    public void run() {
      stay();
    }

    private void stay() {
      inside.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @AfterEach
  void end() {
    over.countDown();
  }

  private static List<OwnLoop> declares(Class<?> type, Role role, String... methods) {
    List<OwnPoint> points =
        List.of(methods).stream()
            .map(m -> new OwnPoint(role, type.getName(), m, "()V", OwnPoint.NO_TASK, false, 1))
            .toList();
    return List.of(new OwnLoop("test-loop", 0, points));
  }

  private void stay() throws InterruptedException {
    Endless thread = new Endless();
    thread.start();
    thread.inside.await();
  }

  @Test
  void classWithAMethodThatNobodyLeavesIsRefusedWithItsThreadAndMethod() throws Exception {
    stay();

    assertThatThrownBy(() -> ActiveMethods.refuse(declares(Endless.class, Role.RUN, "turn")))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("thread endless-loop is in")
        .hasMessageContaining("Endless.run all the time")
        .hasMessageContaining("move the endless loop to a class of its own");
  }

  @Test
  void declaredWaitInWhichAThreadStaysIsFine() throws Exception {
    stay();

    assertThatCode(() -> ActiveMethods.refuse(declares(CountDownLatch.class, Role.WAIT, "await")))
        .doesNotThrowAnyException();
  }

  @Test
  void classThatNoThreadIsInIsFine() {
    assertThatCode(() -> ActiveMethods.refuse(declares(Endless.class, Role.RUN, "turn")))
        .doesNotThrowAnyException();
    assertThatCode(() -> ActiveMethods.refuse(List.of())).doesNotThrowAnyException();
  }
}
