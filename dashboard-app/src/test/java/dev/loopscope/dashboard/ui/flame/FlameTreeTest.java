package dev.loopscope.dashboard.ui.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.support.MadeStacks;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FlameTreeTest {

  private final MadeStacks made = new MadeStacks();

  private FlameTree tree(int culpritStack, int culpritFrame) {
    return FlameTree.of(made.stall(culpritStack, culpritFrame), made.stacks::get);
  }

  @Test
  void samplesThatWentTheSameWayAreOneNode() {
    made.sample(1, "J Thread.sleep, A Chat.say:42, F Pipeline.read")
        .sample(2, "J File.read, A Chat.say:43, F Pipeline.read")
        .sample(1, "");

    FlameNode pipeline = tree(1, 1).roots().get(0);
    FlameNode chat = pipeline.callees().get(0);

    assertThat(pipeline.samples()).isEqualTo(3);
    assertThat(chat.samples()).isEqualTo(3);
    assertThat(chat.lines()).isEqualTo(2);
    assertThat(names(chat.callees())).containsExactly("sleep", "read");
    assertThat(chat.callees()).extracting(FlameNode::samples).containsExactly(2, 1);
  }

  @Test
  void frameToBlameIsMarkedInEveryStackThatWentThroughIt() {
    made.sample(1, "J Thread.sleep, A Chat.say:42, F Pipeline.read, F Other.loop")
        .sample(2, "J Thread.sleep, A Chat.say:42, F Timer.fire, F Other.loop");

    FlameTree tree = tree(1, 1);

    assertThat(tree.roots().get(0).callees())
        .allSatisfy(way -> assertThat(way.callees().get(0).culprit()).isTrue());
    assertThat(tree.roots().get(0).culprit()).isFalse();
  }

  @Test
  void innermostOfARecursionIsToBlame() {
    made.sample(1, "J Math.sin, A Sum.of, A Sum.of, F Loop.run");

    FlameNode outer = tree(1, 1).roots().get(0).callees().get(0);

    assertThat(outer.culprit()).isFalse();
    assertThat(outer.callees().get(0).culprit()).isTrue();
  }

  @Test
  void framesOfTheLoopItselfAreLeftOutButCounted() {
    made.sample(1, "J Thread.sleep, A Chat.say, F Pipeline.read, F Loop.run, J Thread.run")
        .sample(2, "J File.read, A Chat.say, F Pipeline.read, F Loop.run, J Thread.run");

    FlameTree tree = tree(1, 1);

    assertThat(tree.outside()).extracting(StackFrame::method).containsExactly("run", "run");
    assertThat(names(tree.roots())).containsExactly("read");
  }

  @Test
  void stallWithoutCodeOfTheApplicationShowsEverything() {
    made.sample(1, "J File.read, F Loop.run, J Thread.run");

    FlameTree tree = tree(0, -1);

    assertThat(tree.outside()).isEmpty();
    assertThat(names(tree.roots())).containsExactly("run");
  }

  @Test
  void sampleWhoseStackWasNeverToldIsNotCounted() {
    made.sample(1, "A Chat.say");
    made.stacks.remove(1);

    assertThat(tree(1, 0)).isEqualTo(FlameTree.EMPTY);
  }

  private static List<String> names(List<FlameNode> nodes) {
    Function<FlameNode, String> name = node -> node.frame().method();
    return nodes.stream().map(name).toList();
  }
}
