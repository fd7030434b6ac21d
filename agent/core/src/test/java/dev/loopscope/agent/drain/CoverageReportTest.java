package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageReportTest {

  @Test
  void methodOfAnotherVersionIsNotToldAsWhatNobodySees() {
    List<Coverage.Point> points =
        report(
            point("fork-join", "where a task comes from", true),
            missing("where a task comes from"));

    assertThat(points.get(1).state()).isEqualTo(PointState.MISSING);
    assertThat(points.get(1).note())
        .isEqualTo("this version has no such method; other points see the same");
  }

  @Test
  void whatNoPointSeesIsToldAsNotCovered() {
    List<Coverage.Point> points =
        report(point("fork-join", "task run", true), missing("where a task comes from"));

    assertThat(points.get(1).note()).endsWith("what it sees is not covered");
  }

  @Test
  void whatAnotherPluginSeesIsNoReplacement() {
    List<Coverage.Point> points = report(point("executor", "task run", true), missing("task run"));

    assertThat(points.get(1).note()).endsWith("what it sees is not covered");
  }

  private static PointReport missing(String sees) {
    return point("fork-join", sees, false);
  }

  private static PointReport point(String plugin, String sees, boolean woven) {
    return new PointReport(
        plugin, 0, sees, "Queue.push", woven ? List.of("a.Queue") : List.of(), woven, !woven, "");
  }

  private static List<Coverage.Point> report(PointReport... reports) {
    Map<String, Object> answers =
        Map.of("coverage", List.of(reports), "uncovered", List.of(), "framework", "JDK 17");
    AgentContext context =
        (AgentContext)
            Proxy.newProxyInstance(
                AgentContext.class.getClassLoader(),
                new Class<?>[] {AgentContext.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    return new CoverageReport(context, new LoopNamer(List.of(), name -> "")).now().points();
  }
}
