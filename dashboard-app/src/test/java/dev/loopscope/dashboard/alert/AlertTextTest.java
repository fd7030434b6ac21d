package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.running;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.AlertText.Extra;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTextTest {

  private final AlertScene scene = new AlertScene();
  private final AlertText text = new AlertText(scene.trace(), nanos -> "+" + nanos / MS + " ms");

  @Test
  void textHoldsVerdictEvidenceAndStack() {
    scene.see(stall(1, 7, 1000, 1300, 1340), stall(2, 8, 2000, 2060, 2100));
    Alert first = scene.alerts().get(0);
    assertThat(text.text(first, scene.groups().get(0), Extra.NONE))
        .isEqualTo(
            """
            worker-2 was blocked 340 ms in Thread.sleep, called by ChatHandler.onMessage (ChatHandler.java:42).
              where: worker-2 in chat-server (pid 4711)
              when: +1000 ms, lasted 340 ms
              2 times from +1000 ms to +2100 ms, the worst 340 ms, together 440 ms
              sleep: 300 ms, 88 % (1 of 1 samples)
              The task ChatHandler$Push had waited 0 ns; it was submitted by worker-2
                at java.lang.Thread.sleep(native)
             -> at com.example.ChatHandler.onMessage(ChatHandler.java:42)
                at io.netty.Pipeline.fire(Pipeline.java:7)
            """);
  }

  @Test
  void whatWasOpenAtTheEndIsNotSaidToLast() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1190));
    assertThat(text.text(scene.only(), null, Extra.NONE))
        .contains("when: +1000 ms, lasts for 190 ms");
    scene.end();
    assertThat(text.text(scene.only(), null, Extra.NONE))
        .contains("worker-2 was blocked 190 ms in Thread.sleep")
        .contains("; it still was at the end.")
        .contains("when: +1000 ms, had lasted 190 ms at the end");
  }

  @Test
  void markdownEscapesWhatOthersNamed() {
    scene.see(
        new Warning(
            2, 1000 * MS, "check_er", "[click](http://x) <b>*bold*</b> `tick` # one\nsecond"));
    assertThat(text.markdown(scene.only(), null, Extra.NONE))
        .startsWith(
            "**check\\_er warned of worker-2: \\[click\\]\\(http://x\\) \\<b\\>\\*bold\\*\\</b\\>"
                + " \\`tick\\` \\# one\\.**\n\n- where: worker-2 in chat-server \\(pid 4711\\)\n")
        .doesNotContain("```");
  }

  @Test
  void markdownPutsTheStackIntoABlock() {
    scene.see(stall(1, 7, 1000, 1300, 1340));
    assertThat(text.markdown(scene.only(), null, Extra.NONE))
        .startsWith("**worker-2 was blocked 340 ms in Thread.sleep, called by")
        .endsWith(
            """

            ```
                at java.lang.Thread.sleep(native)
             -> at com.example.ChatHandler.onMessage(ChatHandler.java:42)
                at io.netty.Pipeline.fire(Pipeline.java:7)
            ```
            """);
  }

  @Test
  void whatElseIsKnownStandsWhereNoStallIsBehindTheAlert() {
    scene.see(new Warning(2, 1000 * MS, "checker", "slow"));
    Extra extra =
        new Extra(
            List.of("Carrier: ForkJoinPool-1-worker-1"),
            List.of(new StackFrame("a.Store", "read", "Store.java", 3, Origin.APPLICATION)),
            0);

    assertThat(text.text(scene.only(), null, extra))
        .contains("\n  Carrier: ForkJoinPool-1-worker-1\n")
        .endsWith("\n -> at a.Store.read(Store.java:3)\n");
  }

  @Test
  void starvedLoopIsExplained() {
    scene.see(
        runs(
            task(1, 0, 1000, 1000, 1040),
            task(2, 0, 1000, 1040, 1080),
            task(3, 0, 1000, 1080, 1081)));
    assertThat(text.text(scene.only(), null, Extra.NONE))
        .contains("the latest task waited 80 ms behind 2 runs, 100 % ChatHandler$Push");
  }
}
