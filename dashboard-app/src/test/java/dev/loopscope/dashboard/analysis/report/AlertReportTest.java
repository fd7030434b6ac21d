package dev.loopscope.dashboard.analysis.report;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says of alerts: verdicts, explanations, groups. */
class AlertReportTest {

  @Test
  void stallIsToldWithItsHoldersItsStoryAndWhoWaited() throws IOException {
    JsonNode alert =
        json(
                runs(task(3, 0, 900, 900, 910)),
                locked(1, 7, 1000, 1340),
                runs(task(7, 3, 905, 1000, 1340)),
                runs(task(8, 0, 1002, 1340, 1341), task(9, 0, 1100, 1341, 1342)))
            .path("alerts")
            .path(0);
    assertThat(alert.path("sentence").asText())
        .isEqualTo(
            "worker-2 was blocked 340 ms in a lock held by \"writer\" (in ChatHandler.onMessage),"
                + " called by ChatHandler.onMessage (ChatHandler.java:42); 2 tasks waited, the"
                + " longest 338 ms");
    assertThat(alert.path("what").asText()).isEqualTo("com.example.ChatHandler.onMessage");
    JsonNode cause = alert.path("causes").path(0);
    assertThat(cause.path("share").asDouble()).isEqualTo(0.941);
    assertThat(cause.path("subject").asText()).isEqualTo("Store");
    JsonNode stall = alert.path("stall");
    assertThat(stall.path("waitedTasks").asLong()).isEqualTo(2);
    assertThat(stall.path("longestWaitNanos").asLong()).isEqualTo(338 * MS);
    assertThat(stall.path("taskWaitedNanos").asLong()).isEqualTo(95 * MS);
    assertThat(stall.path("holders").path(0).path("thread").asText()).isEqualTo("writer");
    assertThat(stall.path("holders").path(0).path("place").path("method").asText())
        .isEqualTo("sleep");
    assertThat(stall.path("submittedBy").path(0).path("id").asLong()).isEqualTo(3);
    assertThat(alert.path("delay").isNull()).isTrue();
  }

  @Test
  void starvedLoopIsExplained() throws IOException {
    JsonNode delay = json(starved()).path("alerts").path(0).path("delay");
    assertThat(delay.path("waitedNanos").asLong()).isEqualTo(80 * MS);
    assertThat(delay.path("runs").asLong()).isEqualTo(2);
    assertThat(delay.path("types").path(0).path("type").asText())
        .isEqualTo("com.example.ChatHandler$Push");
    assertThat(delay.path("types").path(0).path("share").asDouble()).isEqualTo(1);
    assertThat(delay.path("restNanos").asLong()).isZero();
    assertThat(delay.path("sentence").asText())
        .isEqualTo("waited 80 ms behind 2 runs, 100 % ChatHandler$Push");
  }

  @Test
  void starvedLoopIsNotExplainedByAWaitBehindABlockedRun() throws IOException {
    JsonNode alert =
        json(runs(
                task(1, 0, 1000, 1000, 1200),
                task(2, 0, 1010, 1200, 1230), // 190 ms, behind the blocked run
                task(3, 0, 1170, 1230, 1231)))
            .path("alerts")
            .path(0);
    assertThat(alert.path("rule").asText()).isEqualTo("starved");
    assertThat(alert.path("worstNanos").asLong()).isEqualTo(60 * MS);
    assertThat(alert.path("delay").path("waitedNanos").asLong()).isEqualTo(60 * MS);
  }

  @Test
  void pinnedThreadIsToldWithTheLineAndTheStackOfItsLongestWait() throws IOException {
    JsonNode alert =
        json(
                new Pinned(LOOP, 100 * MS, 140 * MS, "", 31, 0, -1, "other"),
                new Pinned(LOOP, 200 * MS, 230 * MS, "", 32, SLEEP_STACK, 1, "monitor held"),
                new Pinned(LOOP, 250 * MS, 290 * MS, "", 32, SLEEP_STACK, 1, "monitor held"))
            .path("alerts")
            .path(1);
    assertThat(alert.path("rule").asText()).isEqualTo("pinned");
    assertThat(alert.path("loopId").asInt()).isEqualTo(LOOP);
    assertThat(alert.path("culprit").path("method").asText()).isEqualTo("onMessage");
    assertThat(alert.path("stack")).hasSize(3);
  }

  @Test
  void repeatsAreOneGroup() throws IOException {
    JsonNode groups =
        json(Frames.stall(1, 7, 1000, 1180, 1340), Frames.stall(2, 8, 2000, 2060, 2100))
            .path("alertGroups");
    assertThat(groups).hasSize(1);
    JsonNode group = groups.path(0);
    assertThat(group.path("rule").asText()).isEqualTo("blocked");
    assertThat(group.path("where").asText()).isEqualTo("worker");
    assertThat(group.path("kind").asText()).isEqualTo("netty-nio");
    assertThat(group.path("count").asLong()).isEqualTo(2);
    assertThat(group.path("worstNanos").asLong()).isEqualTo(340 * MS);
    assertThat(group.path("totalNanos").asLong()).isEqualTo(440 * MS);
    assertThat(group.path("last").path("nanoTime").asLong()).isEqualTo(2100 * MS);
    assertThat(group.path("sentence").asText()).startsWith("worker-2 was blocked 340 ms");
  }

  @Test
  void deadlockWithoutALoopIsNobodysLoop() throws IOException {
    Stall of = Frames.stall(1, 7, 1000, 1180, 0);
    JsonNode report =
        json(
            new Stall(
                1,
                0,
                of.run(),
                0,
                1050 * MS,
                0,
                List.of(),
                0,
                -1,
                List.of(),
                List.of(
                    new Stall.Holder("a.A@1", 31, "one", 0, Thread.State.BLOCKED, SLEEP_STACK),
                    new Stall.Holder("a.B@2", 32, "two", 0, Thread.State.BLOCKED, SLEEP_STACK)),
                true));
    assertThat(report.path("totals").path("loops").asInt()).isEqualTo(1);
    assertThat(report.path("loops")).hasSize(1);
    assertThat(report.path("alerts")).hasSize(1);
    assertThat(report.path("alerts").path(0).path("rule").asText()).isEqualTo("deadlock");
    assertThat(report.path("alerts").path(0).path("loop").asText()).isEmpty();
    assertThat(report.path("alertGroups").path(0).path("where").asText()).isEmpty();
  }

  @Test
  void textHasTheGroupsAndTheEvidence() {
    String text = report(locked(1, 7, 1000, 1340), Frames.stall(2, 8, 2000, 2060, 2100)).toText();
    assertThat(text)
        .contains("Alert groups (1)")
        .contains("ChatHandler.onMessage")
        .contains("lock 320 ms, 94 % (4 of 4 samples BLOCKED)")
        .contains("\"writer\" held com.example.Store@5e in Thread.sleep (Thread.java)");
    assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
    assertThat(report(Frames.stall(2, 8, 2000, 2060, 2100)).toText())
        .doesNotContain("Alert groups");
  }

  private static Frame[] starved() {
    return new Frame[] {
      runs(task(1, 0, 1000, 1000, 1040), task(2, 0, 1000, 1040, 1080), task(3, 0, 1000, 1080, 1081))
    };
  }

  private static Stall locked(long id, long run, long start, long end) {
    return new Stall(
        id,
        LOOP,
        new OpenRun(run, 3, PUSH, RunKind.TASK, 905 * MS, 0, start * MS, 20),
        50 * MS,
        (start + 50) * MS,
        end * MS,
        List.of(),
        SLEEP_STACK,
        1,
        List.of(new Stall.Share(Stall.Cause.LOCK, 320 * MS, "4 of 4 samples BLOCKED", "Store")),
        List.of(
            new Stall.Holder(
                "com.example.Store@5e", 31, "writer", 0, Thread.State.RUNNABLE, SLEEP_STACK)),
        false);
  }

  private static JsonNode json(Frame... frames) throws IOException {
    return new ObjectMapper().readTree(report(frames).toJson());
  }

  private static Report report(Frame... frames) {
    FrameIntake intake = FrameIntake.intoNewStore();
    intake.accept(Frames.hello());
    intake.accept(Frames.names());
    for (Frame frame : frames) {
      intake.accept(frame);
    }
    return Report.of(intake.trace(), intake.alerts());
  }
}
