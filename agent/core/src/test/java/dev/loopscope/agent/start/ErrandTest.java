package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrandTest {

  @Test
  void runsBesideItsCallerOnADaemonOfOurs() throws Exception {
    CompletableFuture<@Nullable Void> go = new CompletableFuture<>();
    AtomicReference<@Nullable Thread> ran = new AtomicReference<>();

    Errand errand =
        Errand.begin(
            "test",
            () -> {
              go.join();
              ran.set(Thread.currentThread());
            });
    assertThat(ran).hasNullValue();
    go.complete(null);
    errand.await();

    Thread thread = Objects.requireNonNull(ran.get());
    assertThat(thread.getName()).isEqualTo("loopscope-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void whatItThrowsIsMetByWhoeverWaits() {
    Errand errand =
        Errand.begin(
            "test",
            () -> {
              throw new AgentException("no way out");
            });

    assertThatThrownBy(errand::await).isInstanceOf(AgentException.class).hasMessage("no way out");
    assertThatThrownBy(errand::await).as("by everybody").hasMessage("no way out");
  }

  @Test
  void interruptedCallerStillWaitsAndStaysInterrupted() {
    CompletableFuture<@Nullable Void> go = new CompletableFuture<>();
    Errand errand = Errand.begin("test", go::join);
    Thread.currentThread().interrupt();
    Thread other = new Thread(() -> go.complete(null));
    other.start();

    errand.await();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(go).isDone();
  }
}
