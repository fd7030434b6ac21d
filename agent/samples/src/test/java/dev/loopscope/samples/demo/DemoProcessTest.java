package dev.loopscope.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.support.Await;
import dev.loopscope.samples.support.LogLine;
import dev.loopscope.samples.support.SampleProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProcessTest {
  private static final List<String> SMALL =
      List.of(
          "demo --clients 40 --nap 300ms --sleepers-after 200ms --block 100ms --block-every 300ms"
              .split(" "));

  @TempDir private Path directory;

  private SampleProcess start(String... more) throws Exception {
    return SampleProcess.start(
        directory, Stream.concat(SMALL.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static List<ProcessHandle> childrenWhenReady(SampleProcess demo) {
    assertThat(demo.awaitLine("READY")).matches("READY pid=\\d+ port=\\d+ clients-pid=\\d+");
    List<ProcessHandle> children = demo.children();
    assertThat(children).hasSize(1);
    return children;
  }

  private static void awaitGone(List<ProcessHandle> children) {
    Await.until("no child is left", () -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void runsEverythingForItsTimeAndLeavesNothing() throws Exception {
    Path log = directory.resolve("log");
    try (SampleProcess demo = start("--for", "2500ms", "--log", log.toString())) {
      List<ProcessHandle> children = childrenWhenReady(demo);
      assertThat(demo.awaitExit()).isZero();
      awaitGone(children);

      assertThat(LogLine.read(log, "sleeper").stream().map(line -> line.text("name")))
          .containsExactlyInAnyOrder("A", "B", "C", "D");
      assertThat(LogLine.read(log, "block").stream().map(line -> line.text("method")).distinct())
          .containsExactlyInAnyOrder("slowQuery", "readArchive");
      assertThat(demo.output())
          .contains("[clients] CONNECTED clients=40", "ended: its time is up")
          .containsPattern("\\[clients] .* standard input closed; [1-9]\\d* messages received");
      assertThat(demo.errors()).isEmpty();
    }
  }

  @Test
  void endsCleanlyOnATerminationSignal() throws Exception {
    try (SampleProcess demo = start()) {
      List<ProcessHandle> children = childrenWhenReady(demo);
      demo.terminate();
      assertThat(demo.awaitExit()).isEqualTo(143);
      awaitGone(children);
      assertThat(demo.output()).contains("ended: asked to terminate");
      assertThat(demo.errors()).isEmpty();
    }
  }

  @Test
  void endsWhenItsInputClosesIfAskedTo() throws Exception {
    try (SampleProcess demo = start("--exit-with-stdin")) {
      List<ProcessHandle> children = childrenWhenReady(demo);
      demo.closeInput();
      assertThat(demo.awaitExit()).isZero();
      awaitGone(children);
    }
  }

  @Test
  void theChildEndsByItselfWhenTheDemoIsKilled() throws Exception {
    try (SampleProcess demo = start()) {
      List<ProcessHandle> children = childrenWhenReady(demo);
      demo.kill();
      demo.awaitExit();
      awaitGone(children);
    }
  }
}
