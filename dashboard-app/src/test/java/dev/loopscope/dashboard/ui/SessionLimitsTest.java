package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.settings.RunLimits;
import dev.loopscope.protocol.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {

  private static final long MILLI = 1_000_000;
  private static final Settings OWN =
      new Settings(
          50 * MILLI,
          Map.of("executor", 1_000 * MILLI, "javafx", 100 * MILLI),
          Map.of("worker-1", 5 * MILLI),
          1_000,
          List.of("com.example."));

  private final SessionLimits limits = new SessionLimits(OWN, false);

  private Settings told(RunLimits wanted) {
    Settings news = limits.news(wanted).orElseThrow();
    limits.told(news);
    return news;
  }

  @Test
  void agentIsNotToldWhatNobodySet() {
    assertThat(limits.news(RunLimits.DEFAULT)).isEmpty();
  }

  @Test
  void limitForAllLeavesTheAgentsOwnLimitsByKindAndByName() {
    Settings news = told(RunLimits.DEFAULT.withDefault(20 * MILLI));

    assertThat(news.limitNanos("netty-nio")).isEqualTo(20 * MILLI);
    assertThat(news.limitNanosByKind()).isEqualTo(OWN.limitNanosByKind());
    assertThat(news.limitNanosByName()).isEqualTo(OWN.limitNanosByName());
    assertThat(news.eventsPerSecond()).isEqualTo(OWN.eventsPerSecond());
    assertThat(news.ownPackages()).isEqualTo(OWN.ownPackages());
  }

  @Test
  void limitsOfTheUserGoOverTheAgentsOwnOfTheSameKindAndName() {
    Settings news =
        told(new RunLimits(50 * MILLI, Map.of("executor", 7L), Map.of("worker-1", 8L, "b", 9L)));

    assertThat(news.limitNanosByKind()).isEqualTo(Map.of("executor", 7L, "javafx", 100 * MILLI));
    assertThat(news.limitNanosByName()).isEqualTo(Map.of("worker-1", 8L, "b", 9L));
  }

  @Test
  void limitThatIsTakenBackGivesTheAgentItsOwnAgain() {
    Settings first = told(RunLimits.DEFAULT.withKinds(Map.of("executor", 7L)));

    assertThat(first.limitNanos("executor")).isEqualTo(7);
    assertThat(told(RunLimits.DEFAULT)).isEqualTo(OWN);
  }

  @Test
  void sameLimitsAreToldOnce() {
    RunLimits wanted = RunLimits.DEFAULT.withDefault(20 * MILLI);
    told(wanted);

    assertThat(limits.news(wanted)).isEmpty();
  }

  @Test
  void limitThatTheAgentWasStartedWithHoldsUntilTheUserSetsOne() {
    SessionLimits started = new SessionLimits(new Settings(20 * MILLI, Map.of(), 1_000), false);
    assertThat(started.news(RunLimits.DEFAULT)).isEmpty();

    started.limitForAllWasSet();

    assertThat(started.news(RunLimits.DEFAULT).orElseThrow().defaultLimitNanos())
        .isEqualTo(RunLimits.DEFAULT.defaultNanos());
  }

  @Test
  void limitsOfTheCommandLineStandAlone() {
    SessionLimits given = new SessionLimits(OWN, true);

    assertThat(given.news(new RunLimits(1, Map.of("executor", 2L), Map.of("worker-1", 3L))))
        .isEmpty();
  }
}
