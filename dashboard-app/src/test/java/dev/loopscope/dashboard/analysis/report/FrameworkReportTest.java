package dev.loopscope.dashboard.analysis.report;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says of frameworks: pinned virtual threads, warnings, what is seen. */
class FrameworkReportTest {

  private static final String NATIVE = "Native or VM frame on stack";

  @Test
  void pinnedVirtualThreadsAreGroupedByTheLineThatPinnedThem() throws IOException {
    JsonNode pinned =
        json(
                pinned(100, 140, 31, SLEEP_STACK, "other"),
                pinned(200, 230, 32, SLEEP_STACK, NATIVE),
                pinned(300, 420, 33, SLEEP_STACK, NATIVE),
                pinned(500, 510, 33, SLEEP_STACK, NATIVE))
            .path("pinned");
    assertThat(pinned).hasSize(2);
    JsonNode most = pinned.path(0);
    assertThat(most.path("reason").asText()).isEqualTo(NATIVE);
    assertThat(most.path("count").asLong()).isEqualTo(3);
    assertThat(most.path("threads").asLong()).isEqualTo(2);
    assertThat(most.path("totalNanos").asLong()).isEqualTo(160 * MS);
    assertThat(most.path("worstNanos").asLong()).isEqualTo(120 * MS);
    assertThat(most.path("first").path("nanoTime").asLong()).isEqualTo(200 * MS);
    assertThat(most.path("last").path("nanoTime").asLong()).isEqualTo(510 * MS);
    assertThat(most.path("carriers").path(0).asText()).isEqualTo("worker-2");
    assertThat(most.path("culprit").path("method").asText()).isEqualTo("onMessage");
    assertThat(most.path("stack")).hasSize(3);
  }

  @Test
  void pinnedThreadWithoutStackOrCarrierIsToldAllTheSame() {
    Report report = report(new Pinned(0, 100 * MS, 140 * MS, "", 31, 99, 2, NATIVE));
    PinnedFacts pinned = report.pinned().get(0);
    assertThat(pinned.culprit()).isNull();
    assertThat(pinned.stack()).isEmpty();
    assertThat(pinned.carriers()).isEmpty();
    assertThat(report.toText())
        .contains("Pinned virtual threads (1)")
        .contains("  1 time, together 40 ms, the longest 40 ms: " + NATIVE);
  }

  @Test
  void virtualThreadsAreToldAsTheyStoodAtTheEndAndWhereTheyWereWorst() {
    Report report =
        report(
            new VirtualThreads(1000 * MS, 10, 4, 0, 2, 2, 2, 900),
            new VirtualThreads(2000 * MS, 1200, 1199, 3, 2, 1, 0, -1));
    assertThat(report.virtualThreads())
        .isEqualTo(new VirtualThreadFacts(1200, 1199, 3, 2, 1, 2, 900));
    assertThat(report.toText())
        .contains("1,200 started, 1,199 ended, 3 times pinned, 2 carriers busy at once");
  }

  @Test
  void textShowsTheStackOfTheLongestWaitAndMarksTheCulprit() {
    assertThat(report(pinned(100, 140, 31, SLEEP_STACK, NATIVE)).toText())
        .contains(
            """
                       Thread.sleep (Thread.java)
                     → ChatHandler.onMessage (ChatHandler.java:42)
                       Pipeline.fire (Pipeline.java:7)
            """);
  }

  @Test
  void warningsStandWithTheirTimeLoopAndSource() throws IOException {
    Report report =
        report(
            new Warning(LOOP, 1500 * MS, "Vert.x BlockedThreadChecker", "blocked for 2 s\n  at X"));
    JsonNode warning = new ObjectMapper().readTree(report.toJson()).path("warnings").path(0);
    assertThat(warning.path("loop").asText()).isEqualTo("worker-2");
    assertThat(warning.path("at").path("sinceStartNanos").asLong()).isEqualTo(1500 * MS);
    assertThat(warning.path("source").asText()).isEqualTo("Vert.x BlockedThreadChecker");
    assertThat(warning.path("text").asText()).isEqualTo("blocked for 2 s\n  at X");
    assertThat(report.toText())
        .contains("Warnings of frameworks (1)")
        .contains("1.500 s  worker-2  Vert.x BlockedThreadChecker  blocked for 2 s\n");
  }

  @Test
  void textShowsTheFirstWarningsAndSaysHowManyMoreThereAre() {
    Warning[] many =
        IntStream.range(0, 25)
            .mapToObj(i -> new Warning(LOOP, (1000 + i) * MS, "checker", "number " + i))
            .toArray(Warning[]::new);
    assertThat(report(many).toText())
        .contains("number 19")
        .doesNotContain("number 20\n")
        .contains("… and 5 more warnings; --json has all.");
  }

  @Test
  void whatIsNotSeenOfAFrameworkIsNamed() {
    Report report =
        report(
            new Coverage(
                List.of(
                    point("netty", "Netty 4.1.135", "tasks", PointState.WOVEN, 10),
                    point("netty", "Netty 4.1.135", "timers", PointState.MISSING, 0),
                    point("vertx", "", "contexts", PointState.ABSENT, 0))));
    FrameworkFacts netty = report.frameworks().get(0);
    assertThat(netty.name()).isEqualTo("Netty 4.1.135");
    assertThat(netty.found()).isTrue();
    assertThat(netty.woven()).isEqualTo(1);
    assertThat(netty.points()).isEqualTo(2);
    assertThat(netty.notSeen()).containsExactly("timers");
    assertThat(report.frameworks().get(1).found()).isFalse();
    assertThat(report.toText()).contains("Not in the process: Vert.x").contains("timers");
  }

  @Test
  void whatNobodyToldHasNoSectionInTheText() {
    String text = report().toText();
    assertThat(text)
        .doesNotContain("Virtual threads")
        .doesNotContain("Pinned")
        .doesNotContain("Warnings")
        .doesNotContain("Frameworks")
        .doesNotContain("Loop groups");
    assertThat(report().virtualThreads()).isNull();
  }

  private static Coverage.Point point(
      String plugin, String framework, String point, PointState state, long fired) {
    return new Coverage.Point(plugin, framework, point, "Some.method", state, fired, "");
  }

  private static Pinned pinned(long from, long to, long thread, int stack, String reason) {
    return new Pinned(LOOP, from * MS, to * MS, "", thread, stack, 1, reason);
  }

  private static JsonNode json(Frame... frames) throws IOException {
    return new ObjectMapper().readTree(report(frames).toJson());
  }

  private static Report report(Frame... frames) {
    List<Frame> all = new ArrayList<>(List.of(Frames.hello(), Frames.names()));
    all.addAll(List.of(frames));
    all.add(Frames.waiting(3000));
    FrameIntake intake = FrameIntake.intoNewStore();
    all.forEach(intake);
    return Report.of(intake.trace(), intake.alerts());
  }
}
