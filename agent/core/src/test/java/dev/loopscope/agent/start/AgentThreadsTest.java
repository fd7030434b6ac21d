package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentThreadsTest {

  @Test
  void whatAThreadOfOursThrowsIsCountedAndDoesNotReachTheApplicationsHandler()
      throws InterruptedException {
    List<Throwable> reached = Collections.synchronizedList(new ArrayList<>());
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    long errors = LoopscopeErrors.count();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> reached.add(thrown));
    try {
      Thread ours =
          AgentThreads.daemon(
              "failing",
              () -> {
                throw new OutOfMemoryError("as asked");
              });
      ours.start();
      ours.join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(reached).isEmpty();
    assertThat(LoopscopeErrors.count()).isEqualTo(errors + 1);
    assertThat(LoopscopeErrors.lastClassName()).isEqualTo(OutOfMemoryError.class.getName());
  }
}
