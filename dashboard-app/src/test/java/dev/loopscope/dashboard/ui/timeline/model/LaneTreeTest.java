package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.FlowRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTreeTest {

  private final LaneTree tree = new LaneTree();

  private void threeWorkersAndABoss() {
    tree.loopsAre(
        new FakeTrace()
            .loop(1, "boss-1", "boss")
            .loop(2, "worker-10", "worker")
            .loop(3, "worker-2", "worker")
            .loop(4, "worker-1", "worker")
            .loops());
  }

  private List<String> names() {
    return tree.layout().rows().stream()
        .map(
            row ->
                row instanceof GroupRow group
                    ? group.title()
                    : row instanceof LoopRow lane ? lane.info().loop().name() : "flow")
        .toList();
  }

  private String key(String title) {
    return tree.layout().rows().stream()
        .filter(row -> row instanceof GroupRow group && group.title().equals(title))
        .map(row -> ((GroupRow) row).key())
        .findFirst()
        .orElseThrow();
  }

  private void nettyBesideAWindow() {
    tree.loopsAre(
        new FakeTrace()
            .loop(1, "AWT-EventQueue-0", "AWT-EventQueue", "swing", "JDK 17.0.15")
            .loop(2, "worker-1", "worker", "netty-nio", "Netty 4.1.135")
            .loop(3, "boss-1", "boss", "netty-nio", "Netty 4.1.135")
            .loops());
  }

  @Test
  void loopsOfSeveralFrameworksStandUnderTheFrameworksNames() {
    nettyBesideAWindow();
    assertThat(names())
        .containsExactly(
            "Netty 4.1.135", "worker", "worker-1", "boss", "boss-1", "Swing", "AWT-EventQueue-0");
  }

  @Test
  void aCollapsedFrameworkHidesItsGroupsToo() {
    nettyBesideAWindow();
    tree.toggle(key("Netty 4.1.135"));
    assertThat(names()).containsExactly("Netty 4.1.135", "Swing", "AWT-EventQueue-0");
    assertThat(tree.layout().indexOf(3)).isZero();
  }

  @Test
  void groupsOfTheSameNameInTwoFrameworksAreFoldedApart() {
    tree.loopsAre(
        new FakeTrace()
            .loop(1, "pool-1", "pool", "netty-nio", "Netty 4.1.135")
            .loop(2, "boss-1", "boss", "netty-nio", "Netty 4.1.135")
            .loop(3, "pool-2", "pool", "forkjoin", "JDK 17")
            .loop(4, "common-1", "common", "forkjoin", "JDK 17")
            .loops());
    tree.toggle(key("pool"));
    assertThat(names())
        .containsExactly(
            "Netty 4.1.135",
            "pool",
            "boss",
            "boss-1",
            "Fork/join pools",
            "pool",
            "pool-2",
            "common",
            "common-1");
  }

  @Test
  void loopsStandInTheirGroupsInNaturalOrder() {
    threeWorkersAndABoss();
    assertThat(names())
        .containsExactly("boss", "boss-1", "worker", "worker-1", "worker-2", "worker-10");
  }

  @Test
  void aCollapsedGroupHidesItsLanesButIsStillFound() {
    threeWorkersAndABoss();
    tree.toggle(key("worker"));
    assertThat(names()).containsExactly("boss", "boss-1", "worker");
    assertThat(tree.layout().indexOf(3)).isEqualTo(2);
    tree.toggle(key("worker"));
    assertThat(tree.layout().size()).isEqualTo(6);
  }

  @Test
  void everyPixelBelongsToTheRowThatCoversIt() {
    threeWorkersAndABoss();
    RowLayout layout = tree.layout();
    for (int row = 0; row < layout.size(); row++) {
      assertThat(layout.indexAt(layout.top(row))).isEqualTo(row);
      assertThat(layout.indexAt(layout.top(row + 1) - 0.01)).isEqualTo(row);
    }
    assertThat(layout.indexAt(-1)).isEqualTo(-1);
    assertThat(layout.indexAt(layout.totalHeight())).isEqualTo(-1);
  }

  @Test
  void laneHeightStaysWithinItsLimits() {
    threeWorkersAndABoss();
    tree.setLaneHeight(1);
    assertThat(tree.laneHeight()).isEqualTo(LaneTree.MIN_LANE_HEIGHT);
    tree.zoomHeight(1_000);
    assertThat(tree.laneHeight()).isEqualTo(LaneTree.MAX_LANE_HEIGHT);
  }

  @Test
  void unchangedLoopsChangeNothing() {
    threeWorkersAndABoss();
    long before = tree.version();
    threeWorkersAndABoss();
    assertThat(tree.version()).isEqualTo(before);
  }

  @Test
  void flowsReplaceLoopsWhenAskedFor() {
    threeWorkersAndABoss();
    tree.flowsAre(List.of(new FlowLane(1, 1, new TimeSpan(0, 10), List.of())));
    tree.show(Source.FLOWS);
    assertThat(tree.layout().rows()).hasSize(1).first().isInstanceOf(FlowRow.class);
    tree.show(Source.LOOPS);
    assertThat(tree.layout().size()).isEqualTo(6);
  }

  @Test
  void scrollingRevealsARowWithoutGoingFurther() {
    threeWorkersAndABoss();
    RowScroll scroll = new RowScroll();
    scroll.heightIs(60, tree.layout());
    scroll.reveal(tree.layout(), 5);
    assertThat(scroll.offset()).isEqualTo(tree.layout().totalHeight() - 60);
    scroll.reveal(tree.layout(), 0);
    assertThat(scroll.offset()).isZero();
    scroll.by(1_000, tree.layout());
    assertThat(scroll.offset()).isEqualTo(scroll.max(tree.layout()));
  }
}
