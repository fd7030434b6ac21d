package dev.loopscope.dashboard.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListTrace;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DetailsSourceTest {

  private final ListTrace trace = Chat.session(false).trace();
  private final DetailsSource source =
      new DetailsSource(trace, new Moments(trace, () -> TimeDisplay.SINCE_START, ZoneOffset.UTC));

  private Details blocked() {
    LocatedRun located = Objects.requireNonNull(trace.find(Chat.BLOCKED_RUN));
    return Objects.requireNonNull(source.of(new Selected.OfRun(located.loop(), located.run())));
  }

  private static String value(Details details, String name) {
    return details.sections().stream()
        .flatMap(section -> section.facts().stream())
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void runTellsItsLifecycle() {
    Details details = blocked();

    assertThat(details.title()).isEqualTo("ChatHandler");
    assertThat(details.sentence()).isEqualTo("340 ms on worker-2");
    assertThat(value(details, "Submitted")).isEqualTo("11.998 s");
    assertThat(value(details, "Submitted by")).isEqualTo("worker-1");
    assertThat(value(details, "Queue delay")).isEqualTo("2 ms");
    assertThat(value(details, "Outcome")).isEqualTo("done");
  }

  @Test
  void stalledRunShowsItsStackAndCause() {
    Details details = blocked();

    assertThat(details.stack()).isNotNull();
    assertThat(details.culpritFrame()).isEqualTo(1);
    assertThat(value(details, "sleeping")).startsWith("330 ms");
  }

  @Test
  void parentIsALink() {
    List<Fact> flow =
        blocked().sections().stream()
            .filter(section -> section.title().equals("Flow"))
            .findFirst()
            .orElseThrow()
            .facts();

    assertThat(flow.get(0).name()).isEqualTo("Caused by");
    assertThat(flow.get(0).target()).isInstanceOf(Selected.OfRun.class);
  }

  @Test
  void nothingSelectedHasNoDetails() {
    assertThat(source.of(Selection.NOTHING)).isNull();
  }

  @Test
  void pauseIsNobodysFault() {
    Details details = Objects.requireNonNull(source.of(new Selected.OfPause(trace.pauses.get(0))));

    assertThat(details.sentence()).contains("no run is to blame");
    assertThat(value(details, "Duration")).isEqualTo("60 ms");
  }
}
