package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads and their carriers, on a JDK that has them. */
class VirtualThreadTest {
  private static final int THREADS = 2000;
  private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=";

  @TempDir Path directory;

  @Test
  void carriersAndPinnedThreadsAreToldTheCountsAgreeAndDetachLeavesNothing() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(25, CARRIERS + VirtualProgram.CARRIERS)) {
      target.ask("work 10");
      target.loadAgent(dashboard.option());
      dashboard.await(VirtualThreads.class, told -> told.pinned() == 0); // JFR listens

      assertThat(target.ask("work " + THREADS)).contains("done=" + (THREADS + 1));

      Pinned pinned = (Pinned) dashboard.await(Pinned.class, this::isLong).frame();
      StackFrame culprit = dashboard.frame(pinned.stack(), pinned.culpritFrame());
      assertThat(culprit.className()).isEqualTo(VirtualProgram.class.getName() + "$Initializer");
      assertThat(culprit.method()).isEqualTo("await");
      assertThat(culprit.line()).isPositive();
      assertThat(pinned.carrier()).isPositive();
      dashboard.await(
          VirtualThreads.class,
          told ->
              told.started() == THREADS + 1
                  && told.ended() == THREADS + 1
                  && told.carriers() > 0
                  && told.parallelism() > 0);
      assertThat(target.ask("loops"))
          .contains("carrier:ForkJoinPool-1-worker-")
          .endsWith("errors=0");
      target.ask("block 2000");
      dashboard.await(
          VirtualThreads.class,
          told ->
              told.busyCarriers() == VirtualProgram.CARRIERS
                  && told.parallelism() == VirtualProgram.CARRIERS
                  && told.queued() == VirtualProgram.WAITING);
      assertThat(dashboard.all(Warning.class)).isEmpty();
      target.loadAgent("detach");

      target.awaitSame("status", "null");
      target.awaitAnswer(
          "threads", left -> !left.contains("loopscope-") && !left.contains("JFR Event Stream"));
      assertThat(target.ask("work 100")).contains("done=101");
    }
  }

  private boolean isLong(Pinned pinned) {
    return pinned.toNanos() - pinned.fromNanos() >= 50_000_000;
  }

  @Test
  void mountsAreRunsOfTheTasksTypeWhenAskedFor() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(25)) {
      target.loadAgent(dashboard.option() + ",detail=mounts");

      target.ask("work 100");

      String work = VirtualProgram.class.getName() + "$Work";
      dashboard.await(
          Definitions.class,
          told -> told.types().stream().anyMatch(type -> type.className().equals(work)));
      dashboard.await(RunBatch.class, any -> true);
      assertThat(target.ask("loops")).contains("carrier:").endsWith("errors=0");
    }
  }

  @Test
  void withoutJfrTheRestIsSeenAndTheGapIsTold() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target =
            start(25, "--limit-modules", "java.instrument,jdk.management,jdk.attach")) {
      target.ask("work 10");
      target.loadAgent(dashboard.option());

      Warning told = (Warning) dashboard.await(Warning.class, any -> true).frame();

      assertThat(told.text()).contains("JFR does not run here");
      dashboard.await(VirtualThreads.class, any -> any.pinned() == -1 && any.carriers() > 0);
      dashboard.awaitUncovered("virtualthread", "jdk.internal.misc.CarrierThread");
      assertThat(target.ask("loops")).endsWith("errors=0");
    }
  }

  private TargetJvm start(int feature, String... options) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    return TargetJvm.start(
        CountsTest.jdk(feature), nothing, List.of(options), VirtualProgram.class);
  }
}
