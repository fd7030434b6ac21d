package dev.loopscope.dashboard.ui.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListTrace;
import org.junit.jupiter.api.Test;

class StackTreeTest {

  private final ListTrace trace = Chat.session(false).trace();

  @Test
  void treeBeginsAtTheFrameToBlame() {
    FrameNode root = StackTree.of(trace, trace.extent());

    assertThat(root.callees())
        .singleElement()
        .satisfies(
            culprit -> {
              assertThat(culprit.text()).isEqualTo("History.load (History.java:17)");
              assertThat(culprit.samples()).isEqualTo(2);
              assertThat(culprit.blockedNanos()).isEqualTo(340 * Chat.MILLI);
              assertThat(culprit.callees())
                  .extracting(FrameNode::text)
                  .containsExactly("Thread.sleep (native)");
            });
  }

  @Test
  void stallsOutOfSightDoNotCount() {
    TimeSpan early = new TimeSpan(Chat.START, Chat.START + 1_000);

    assertThat(StackTree.of(trace, early).callees()).isEmpty();
  }
}
