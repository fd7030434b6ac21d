package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

class CulpritTest {

  private final StackBook book = new StackBook(new OwnPackages(null));

  @Test
  void theFirstFrameThatIsNeitherJdkNorFrameworkIsBlamed() {
    Stack stack = stack(Samples.jdk("java.lang.Thread", "sleep"), Samples.app("read", 42));
    assertThat(blame(List.of(stack))).isEqualTo(new Culprit(stack.id(), 1));
  }

  @Test
  void theMethodMostSamplesShowIsBlamedAtItsMostFrequentLine() {
    Stack once = stack(Samples.app("encode", 7));
    Stack early = stack(Samples.app("read", 41));
    Stack often = stack(Samples.jdk("java.util.HashMap", "get"), Samples.app("read", 42));
    assertThat(blame(List.of(once, early, often, often))).isEqualTo(new Culprit(often.id(), 1));
  }

  @Test
  void samplesWithoutApplicationFramesBlameNobody() {
    assertThat(blame(List.of(stack(Samples.netty())))).isEqualTo(Culprit.NONE);
    assertThat(blame(List.of())).isEqualTo(Culprit.NONE);
  }

  @Test
  void samplesWithoutApplicationFramesDoNotOutvoteOneThatHasSome() {
    Stack named = stack(Samples.app("read", 42));
    Stack bare = stack(Samples.netty());
    assertThat(blame(List.of(bare, bare, named)).stack()).isEqualTo(named.id());
  }

  @Test
  void theMethodThatStoodLongestIsBlamedAndNotTheOneThatWasSeenMostOften() {
    Stack early = stack(Samples.app("encode", 7));
    Stack late = stack(Samples.app("read", 42));
    assertThat(
            Culprit.of(
                List.of(
                    new Culprit.Weighed(early, 5),
                    new Culprit.Weighed(early, 10),
                    new Culprit.Weighed(late, 900))))
        .isEqualTo(new Culprit(late.id(), 0));
  }

  @Test
  void aLibraryIsBlamedOnlyWhereNobodyElseIs() {
    StackTraceElement library =
        new StackTraceElement("com.fasterxml.jackson.core.JsonParser", "next", "J.java", 1);
    Stack called = stack(library, Samples.app("read", 42));
    Stack alone = stack(library, Samples.netty());
    assertThat(blame(List.of(called))).isEqualTo(new Culprit(called.id(), 1));
    assertThat(blame(List.of(alone))).isEqualTo(new Culprit(alone.id(), 0));
  }

  private static Culprit blame(List<Stack> stacks) {
    return Culprit.of(stacks.stream().map(stack -> new Culprit.Weighed(stack, 1)).toList());
  }

  private Stack stack(StackTraceElement... frames) {
    return book.stack(List.of(frames));
  }
}
