package dev.loopscope.dashboard.analysis.report;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.Await;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.ReplaySession;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final List<Frame> STREAM =
      List.of(
          Frames.hello(),
          Frames.names(),
          new Coverage(
              List.of(
                  new Coverage.Point(
                      "netty",
                      "Netty 4.1.135",
                      "task submitted",
                      "SingleThreadEventExecutor.addTask",
                      Coverage.PointState.WOVEN,
                      10,
                      ""),
                  new Coverage.Point(
                      "netty",
                      "Netty 4.1.135",
                      "timer set",
                      "Some.method",
                      Coverage.PointState.MISSING,
                      0,
                      "timers are not seen"),
                  new Coverage.Point(
                      "Agrona",
                      "",
                      "its event loops",
                      "org.agrona.concurrent.AgentRunner",
                      Coverage.PointState.UNCOVERED,
                      0,
                      "no plug-in watches these loops"))),
          Frames.stall(1, 7, 1000, 1180, 0),
          Frames.runs(
              Frames.task(5, 0, 100, 110, 120),
              Frames.task(6, 5, 115, 120, 130),
              Frames.run(7, 0, RunKind.IO, Outcome.DONE, 0, 1000, 1340)),
          Frames.stall(1, 7, 1000, 1300, 1340),
          new Pause(Pause.Cause.GC, 1500 * MS, 1510 * MS, "G1"),
          new Gap(LOOP, 1600 * MS, 1610 * MS, 12, "its ring was full"),
          new Stats(2000 * MS, 3, 0, 12, 5000, 20 * MS, 1000, -1, 1, 2, 3, 0, ""),
          Frames.waiting(2000),
          Frames.bye(2000));

  @TempDir Path folder;

  @Test
  void costOfTheAgentCountsFromAttachOnAlsoInAPartOfTheSession() {
    FrameIntake intake = FrameIntake.intoNewStore();
    intake.beginAt(1900 * MS);
    STREAM.forEach(intake);
    Report report = Report.of(intake.trace(), intake.alerts());
    assertThat(report.span().durationNanos()).isEqualTo(100 * MS);
    assertThat(report.agent())
        .extracting(SessionFacts.AgentCost::cpuPercentOfOneCore)
        .isEqualTo(1.0);
  }

  @Test
  void jsonNamesTheBlockedLineItsLoopStartAndDuration() throws IOException {
    JsonNode json = new ObjectMapper().readTree(report().toJson());

    JsonNode run = json.path("longestRuns").path(0);
    assertThat(run.path("loop").asText()).isEqualTo("worker-2");
    assertThat(run.path("kind").asText()).isEqualTo("io");
    assertThat(run.path("durationNanos").asLong()).isEqualTo(340 * MS);
    assertThat(run.path("culprit").path("class").asText()).isEqualTo("com.example.ChatHandler");
    assertThat(run.path("culprit").path("method").asText()).isEqualTo("onMessage");
    assertThat(run.path("culprit").path("line").asInt()).isEqualTo(42);
    assertThat(run.path("start").path("wall").asText()).isEqualTo("2026-01-02T03:04:06Z");
    assertThat(run.path("start").path("epochNanos").asLong())
        .isEqualTo(Frames.EPOCH_NANOS + 1000 * MS);
    assertThat(run.path("start").path("sinceStartNanos").asLong()).isEqualTo(1000 * MS);

    JsonNode alert = json.path("alerts").path(0);
    assertThat(alert.path("rule").asText()).isEqualTo("blocked");
    assertThat(alert.path("sentence").asText()).startsWith("worker-2 was blocked 340 ms");
    assertThat(alert.path("causes").path(0).path("cause").asText()).isEqualTo("sleep");
    assertThat(alert.path("stack")).hasSize(3);
    assertThat(alert.path("open").asBoolean()).isFalse();
  }

  @Test
  void loopHasItsTotalsAndPercentiles() {
    LoopFacts loop = report().loops().get(0);
    assertThat(loop.name()).isEqualTo("worker-2");
    assertThat(loop.kind()).isEqualTo("netty-nio");
    assertThat(loop.busyPercent()).isEqualTo(40);
    assertThat(loop.submitted()).isEqualTo(10);
    assertThat(loop.runs()).isEqualTo(8);
    assertThat(loop.lag().maxNanos()).isEqualTo(340 * MS);
    assertThat(loop.lag().p50Nanos()).isZero();
    assertThat(loop.lag().p99Nanos()).isEqualTo(320 * MS);
    assertThat(loop.queueDelay().count()).isEqualTo(2);
    assertThat(loop.queueDelay().maxNanos()).isEqualTo(10 * MS);
    assertThat(loop.io().maxNanos()).isEqualTo(340 * MS);
    assertThat(loop.blockedNanos()).isEqualTo(340 * MS);
  }

  @Test
  void flowIsToldFromSubmissionToItsLastEnd() {
    FlowFacts flow = report().flows().get(0);
    assertThat(flow.rootType()).isEqualTo("com.example.ChatHandler$Push");
    assertThat(flow.from().nanoTime()).isEqualTo(100 * MS);
    assertThat(flow.to().nanoTime()).isEqualTo(130 * MS);
    assertThat(flow.runs()).isEqualTo(2);
  }

  @Test
  void pausesGapsCoverageAndCostAreTold() {
    Report report = report();
    assertThat(report.pauses()).extracting(SessionFacts.Pause::cause).containsExactly("gc");
    assertThat(report.gaps()).extracting(SessionFacts.Gap::lost).containsExactly(12L);
    assertThat(report.coverage())
        .extracting(SessionFacts.Point::state)
        .containsExactly("woven", "missing", "uncovered");
    assertThat(report.agent())
        .isNotNull()
        .extracting(SessionFacts.AgentCost::cpuPercentOfOneCore)
        .isEqualTo(1.0);
    assertThat(report.totals().alerts()).isEqualTo(2);
    assertThat(report.process()).isNotNull().extracting(SessionFacts.Target::pid).isEqualTo(4711L);
  }

  @Test
  void runThatHadNotEndedIsToldAsOpen() {
    Report report =
        report(
            List.of(
                Frames.hello(),
                Frames.names(),
                Frames.stall(1, 7, 1000, 1180, 0),
                Frames.running(7, 1000, 1500)));
    RunFacts run = report.longestRuns().get(0);
    assertThat(run.open()).isTrue();
    assertThat(run.durationNanos()).isEqualTo(500 * MS);
    assertThat(run.culprit()).isNotNull();
    assertThat(report.loops().get(0).lag().maxNanos()).isEqualTo(500 * MS);
    assertThat(report.alerts().get(0).open()).isTrue();
    assertThat(report.toText()).contains("500 ms …");
  }

  @Test
  void textSaysTheSameInAlignedColumns() {
    String text = report().toText();
    assertThat(text)
        .contains("chat-server · pid 4711 · JDK 17.0.15")
        .contains("40.0 %")
        .contains(
            "1.000 s  worker-2 was blocked 340 ms in Thread.sleep, called by"
                + " ChatHandler.onMessage (ChatHandler.java:42)")
        .contains("ChatHandler$Push on worker-2")
        .contains("1 pauses, together 10 ms; 1 gaps with 12 lost runs")
        .contains("missing: timer set (Some.method) timers are not seen")
        .contains(
            "uncovered: its event loops (org.agrona.concurrent.AgentRunner) no plug-in watches")
        .contains("1.00 % of a core");
    assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
  }

  @Test
  void nothingIsReportedAsNothing() {
    Report report = report(List.of());
    assertThat(report.process()).isNull();
    assertThat(report.toText()).contains("Unknown process").contains("No loop was seen");
    assertThat(report.toJson()).contains("\"loops\" : [ ]");
  }

  @Test
  void liveAndReplayReportTheSame() throws IOException {
    Path file = folder.resolve("chat.loopscope");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (Frame frame : STREAM) {
        writer.write(frame);
      }
    }
    try (Session replay = ReplaySession.open(file, FrameIntake.intoNewStore())) {
      assertThat(Await.over(replay).phase()).isEqualTo(Phase.ENDED);
      assertThat(Report.of(replay.trace(), replay.alerts())).isEqualTo(report());
    }
  }

  @Test
  void jsonIsWrittenToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), "older and longer ".repeat(9999));
    report().writeJson(file);
    assertThat(file).content().isEqualTo(report().toJson());
  }

  private static Report report() {
    return report(STREAM);
  }

  private static Report report(List<Frame> frames) {
    FrameIntake intake = FrameIntake.intoNewStore();
    frames.forEach(intake);
    return Report.of(intake.trace(), intake.alerts());
  }
}
