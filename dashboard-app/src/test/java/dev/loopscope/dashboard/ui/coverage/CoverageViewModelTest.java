package dev.loopscope.dashboard.ui.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import dev.loopscope.dashboard.ui.support.ListTrace;
import dev.loopscope.dashboard.ui.support.ManyFrameworks;
import dev.loopscope.protocol.Coverage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageViewModelTest {

  private final ListTrace trace = ManyFrameworks.session().trace();
  private final CoverageViewModel model = new CoverageViewModel(trace);

  private FrameworkCoverage named(String name) {
    return model.frameworks().stream()
        .filter(one -> one.framework().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnUnknownVersionLacksIsSaidInWords() {
    assertThat(CoverageViewModel.notSeen(named("Vert.x 6.0"))).isEqualTo("not seen: timers");
    assertThat(model.summaryProperty().get()).contains("timers (Vert.x 6.0)");
  }

  @Test
  void frameworkThatIsNotThereSaysSo() {
    assertThat(CoverageViewModel.extent(named("JavaFX"))).isEqualTo("not in this process");
  }

  @Test
  void extentCountsLoopsAndPoints() {
    assertThat(CoverageViewModel.extent(named(ManyFrameworks.SHADED)))
        .isEqualTo("1 loop · 1 of 1 point · 1 fired");
  }

  @Test
  void placesAreShownWithoutPackages() {
    assertThat(
            CoverageViewModel.place(
                new Coverage.Point(
                    "netty",
                    "",
                    "",
                    "io.netty.util.concurrent.A$B.run, io.netty.Other",
                    Coverage.PointState.WOVEN,
                    0,
                    "")))
        .isEqualTo("A$B.run, Other");
  }

  @Test
  void pointsAreThoseOfTheChosenFramework() {
    model.chosenProperty().set(named("Vert.x 6.0"));

    assertThat(model.points()).extracting(point -> point.plugin()).containsOnly("vertx");
  }

  @Test
  void chosenFrameworkStaysChosenWhenTheReportChanges() {
    model.chosenProperty().set(named("Vert.x 6.0"));
    List<Coverage.Point> points = new ArrayList<>(trace.coverage.points());
    points.remove(points.size() - 1);
    trace.coverage = new Coverage(points);
    model.refresh();

    FrameworkCoverage chosen = model.chosenProperty().get();
    assertThat(chosen).isNotNull();
    assertThat(chosen.framework().name()).isEqualTo("Vert.x 6.0");
  }
}
