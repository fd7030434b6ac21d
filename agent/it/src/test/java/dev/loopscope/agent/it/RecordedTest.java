package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.recording.RecordingReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recording of a Netty server says afterwards. */
class RecordedTest {
  @TempDir Path directory;

  private final Map<Integer, LoopState> lastStates = new HashMap<>();
  private Coverage coverage = new Coverage(List.of());

  @ParameterizedTest(name = "Netty {0} {1}")
  @CsvSource({"4.1, nio", "4.1, epoll", "4.2, nio", "4.2, epoll"})
  void everyPointOfThisNettyIsWovenAndTheTotalsAreTheProgramsOwn(String line, String transport)
      throws Exception {
    Path file = directory.resolve("session.loopscope");
    String own;
    try (TargetJvm target =
        TargetJvm.start(
            Jdk.own(), TargetJvm.netty(line), List.of(), NettyProgram.class, transport)) {
      target.loadAgent("record=" + file);
      own = target.ask("work 1000");
      target.awaitSame("probe", own);
      target.loadAgent("detach");
    }
    read(file);

    boolean epoll = transport.equals("epoll");
    assertThat(coverage.points())
        .filteredOn(point -> point.plugin().equals("netty"))
        .isNotEmpty()
        .allSatisfy(
            point -> {
              boolean absent =
                  epoll
                      ? point.location().startsWith("AbstractNio")
                      : point.location().startsWith("Native.")
                          || point.location().startsWith("AbstractEpoll");
              assertThat(point.state())
                  .as(point.toString())
                  .isEqualTo(absent ? PointState.ABSENT : PointState.WOVEN);
            });
    long finished = lastStates.values().stream().mapToLong(s -> s.totals().finished()).sum();
    long failed = lastStates.values().stream().mapToLong(s -> s.totals().failed()).sum();
    assertThat(own).contains("done=" + (finished - failed) + " ", "failed=" + failed + " ");
  }

  private void read(Path file) throws Exception {
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (frame instanceof LoopState state) {
          lastStates.put(state.loop(), state);
        } else if (frame instanceof Coverage found) {
          coverage = found;
        }
      }
    }
  }
}
