package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

class CulpritTest {

  private final StackBook book = new StackBook();

  @Test
  void theFirstFrameThatIsNeitherJdkNorFrameworkIsBlamed() {
    Stack stack = stack(Samples.jdk("java.lang.Thread", "sleep"), Samples.app("read", 42));
    assertThat(Culprit.of(List.of(stack))).isEqualTo(new Culprit(stack.id(), 1));
  }

  @Test
  void theMethodMostSamplesShowIsBlamedAtItsMostFrequentLine() {
    Stack once = stack(Samples.app("encode", 7));
    Stack early = stack(Samples.app("read", 41));
    Stack often = stack(Samples.jdk("java.util.HashMap", "get"), Samples.app("read", 42));
    assertThat(Culprit.of(List.of(once, early, often, often)))
        .isEqualTo(new Culprit(often.id(), 1));
  }

  @Test
  void samplesWithoutApplicationFramesBlameNobody() {
    assertThat(Culprit.of(List.of(stack(Samples.netty())))).isEqualTo(Culprit.NONE);
    assertThat(Culprit.of(List.of())).isEqualTo(Culprit.NONE);
  }

  @Test
  void samplesWithoutApplicationFramesDoNotOutvoteOneThatHasSome() {
    Stack named = stack(Samples.app("read", 42));
    Stack bare = stack(Samples.netty());
    assertThat(Culprit.of(List.of(bare, bare, named)).stack()).isEqualTo(named.id());
  }

  private Stack stack(StackTraceElement... frames) {
    return book.stack(List.of(frames));
  }
}
