package dev.loopscope.dashboard.ui.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.dashboard.ui.support.MadeStacks;
import org.junit.jupiter.api.Test;

class FlameLayoutTest {

  private final MadeStacks made =
      new MadeStacks()
          .sample(1, "J Thread.sleep, A Chat.say")
          .sample(1, "")
          .sample(1, "")
          .sample(2, "J File.read, A Chat.say");
  private final FlameTree tree = FlameTree.of(made.stall(1, 1), made.stacks::get);
  private final FlameLayout all = FlameLayout.of(tree, null);

  private FlameCell cell(FlameLayout layout, String method) {
    return layout.cells().stream()
        .filter(cell -> cell.node().frame().method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void widthIsTheShareOfTheSamples() {
    assertThat(cell(all, "say").width()).isCloseTo(1, within(1e-9));
    assertThat(cell(all, "sleep").width()).isCloseTo(0.75, within(1e-9));
    assertThat(cell(all, "read").from()).isCloseTo(0.75, within(1e-9));
    assertThat(cell(all, "read").depth()).isEqualTo(1);
    assertThat(all.rows()).isEqualTo(2);
  }

  @Test
  void zoomedMethodTakesAllAndKeepsWhatLedToIt() {
    FlameLayout zoomed = FlameLayout.of(tree, cell(all, "read").node());

    assertThat(zoomed.cells()).hasSize(2);
    assertThat(cell(zoomed, "read").width()).isEqualTo(1);
    assertThat(cell(zoomed, "say").context()).isTrue();
  }

  @Test
  void stepsFollowTheCallsAndTheRow() {
    FlameCell say = cell(all, "say");
    FlameCell sleep = cell(all, "sleep");
    FlameCell read = cell(all, "read");

    assertThat(all.callee(say)).isEqualTo(sleep);
    assertThat(sleep.caller()).isEqualTo(say);
    assertThat(all.beside(sleep, 1)).isEqualTo(read);
    assertThat(all.beside(read, 1)).isNull();
    assertThat(all.callee(read)).isNull();
  }

  @Test
  void methodThatIsGoneZoomsNowhere() {
    FlameTree other =
        FlameTree.of(new MadeStacks().sample(3, "A Other.run").stall(0, -1), n -> null);

    assertThat(FlameLayout.of(other, cell(all, "read").node()).cells()).isEmpty();
  }
}
