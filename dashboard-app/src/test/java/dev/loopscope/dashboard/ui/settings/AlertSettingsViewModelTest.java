package dev.loopscope.dashboard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.ui.settings.AlertSettingsViewModel.LoopLimit;
import dev.loopscope.dashboard.ui.settings.AlertSettingsViewModel.Seconds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init")
class AlertSettingsViewModelTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  @TempDir Path folder;
  private PreferencesModel preferences;
  private AlertSettingsViewModel model;

  @BeforeEach
  void make() {
    PreferencesFile file = new PreferencesFile(folder.resolve("s.json"));
    preferences = new PreferencesModel(file, file.load(), Runnable::run, Runnable::run);
    model = new AlertSettingsViewModel(preferences, List.of("worker-2", "netty-nio", "worker-2"));
  }

  private Preferences written() {
    return new PreferencesFile(folder.resolve("s.json")).load().preferences();
  }

  @Test
  void loopsAreSuggestedOnceInOrder() {
    assertThat(model.loops()).containsExactly("netty-nio", "worker-2");
  }

  @ParameterizedTest
  @EnumSource(AlertKind.class)
  void everyRuleIsOnAtFirstAndIsRememberedWhenTurnedOff(AlertKind rule) {
    assertThat(model.isEnabled(rule)).isTrue();

    model.setEnabled(rule, false);

    assertThat(model.isEnabled(rule)).isFalse();
    assertThat(written().alerts().rule(rule).enabled()).isFalse();
  }

  @Test
  void limitOfBlockedRunsIsTheAgentsLimit() {
    assertThat(model.limit(AlertKind.BLOCKED)).isEqualTo("50");

    assertThat(model.setLimit(AlertKind.BLOCKED, " 12.5 ")).isTrue();

    assertThat(model.limit(AlertKind.BLOCKED)).isEqualTo("12.5");
    assertThat(written().limits().defaultNanos()).isEqualTo(12_500_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = AlertKind.class,
      names = {"STARVED", "PAUSE"})
  void emptyLimitFollowsThatOfBlockedRuns(AlertKind rule) {
    assertThat(model.setLimit(rule, "80")).isTrue();
    assertThat(preferences.get().alerts().rule(rule).limit()).isEqualTo(80 * MILLI);

    assertThat(model.setLimit(rule, "  ")).isTrue();

    assertThat(model.limit(rule)).isEmpty();
    assertThat(preferences.get().alerts().rule(rule).limit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKED, '', is not a number of milliseconds up to an hour.",
    "PINNED, '', is not a number of milliseconds up to an hour.",
    "BLOCKED, 0, is not a number of milliseconds up to an hour.",
    "STARVED, -5, is not a number of milliseconds up to an hour.",
    "PINNED, NaN, is not a number of milliseconds up to an hour.",
    "PAUSE, 3600001, is not a number of milliseconds up to an hour.",
    "QUEUE, many, is not a whole number from 1 up.",
    "QUEUE, 1.5, is not a whole number from 1 up.",
    "FAILING, 0, is not a whole number from 1 up.",
    "LOST, 1000000001, is not a whole number from 1 up."
  })
  void nonsenseIsRefusedWithASentenceAndChangesNothing(
      AlertKind rule, String typed, String sentence) {
    assertThat(model.setLimit(rule, typed)).isFalse();

    assertThat(model.problemProperty().get()).isEqualTo("\"" + typed + "\" " + sentence);
    assertThat(preferences.get()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void nextGoodInputTakesTheComplaintBack() {
    assertThat(model.setLimit(AlertKind.QUEUE, "many")).isFalse();
    assertThat(model.setLimit(AlertKind.QUEUE, "5000")).isTrue();

    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(preferences.get().alerts().rule(AlertKind.QUEUE).limit()).isEqualTo(5_000);
  }

  @Test
  void limitsOfSomeLoopsAreOfAKindOrOfAName() {
    assertThat(model.setLoopLimit(AlertKind.BLOCKED, " worker-2 ", false, "5")).isTrue();
    assertThat(model.setLoopLimit(AlertKind.BLOCKED, "netty-nio", true, "20")).isTrue();
    assertThat(model.setLoopLimit(AlertKind.QUEUE, "worker-2", false, "70")).isTrue();

    assertThat(model.loopLimits(AlertKind.BLOCKED))
        .containsExactly(
            new LoopLimit("netty-nio", true, "20"), new LoopLimit("worker-2", false, "5"));
    assertThat(model.loopLimits(AlertKind.QUEUE))
        .containsExactly(new LoopLimit("worker-2", false, "70"));
    assertThat(written().limits().nanosByName()).containsEntry("worker-2", 5 * MILLI);
    assertThat(written().limits().nanosByKind()).containsEntry("netty-nio", 20 * MILLI);
    assertThat(written().alerts().rule(AlertKind.QUEUE).limitByName())
        .containsEntry("worker-2", 70L);
  }

  @Test
  void limitOfALoopIsTakenBackAlone() {
    assertThat(model.setLoopLimit(AlertKind.BLOCKED, "worker-1", false, "5")).isTrue();
    assertThat(model.setLoopLimit(AlertKind.BLOCKED, "worker-2", false, "6")).isTrue();

    model.removeLoopLimit(AlertKind.BLOCKED, "worker-1", false);

    assertThat(model.loopLimits(AlertKind.BLOCKED))
        .containsExactly(new LoopLimit("worker-2", false, "6"));
  }

  @Test
  void limitOfNoLoopIsRefused() {
    assertThat(model.setLoopLimit(AlertKind.BLOCKED, " ", false, "5")).isFalse();

    assertThat(model.problemProperty().get())
        .isEqualTo("Name the loops: a kind such as netty-nio, a group, or one loop.");
    assertThat(model.loopLimits(AlertKind.BLOCKED)).isEmpty();
  }

  @Test
  void timesAreInSecondsAndEachIsItsOwn() {
    assertThat(model.setSeconds(Seconds.QUIET, "0")).isTrue();
    assertThat(model.setSeconds(Seconds.CLIP_BEFORE, "2.5")).isTrue();
    assertThat(model.setSeconds(Seconds.CLIP_AFTER, "1")).isTrue();
    model.setClips(false);

    assertThat(model.seconds(Seconds.QUIET)).isEqualTo("0");
    assertThat(model.seconds(Seconds.CLIP_BEFORE)).isEqualTo("2.5");
    assertThat(written().alerts().quietNanos()).isZero();
    assertThat(written().alerts().clipBeforeNanos()).isEqualTo(5 * SECOND / 2);
    assertThat(written().alerts().clipAfterNanos()).isEqualTo(SECOND);
    assertThat(written().alerts().clips()).isFalse();
  }

  @Test
  void timeThatIsNoneIsRefused() {
    assertThat(model.setSeconds(Seconds.QUIET, "soon")).isFalse();
    assertThat(model.problemProperty().get())
        .isEqualTo("\"soon\" is not a number of seconds up to an hour.");
    assertThat(model.setSeconds(Seconds.QUIET, "-1")).isFalse();
    assertThat(model.setSeconds(Seconds.QUIET, "3601")).isFalse();

    assertThat(preferences.get()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void allMutedGroupsAreHeardAgainAtOnce() {
    preferences.change(
        old ->
            old.withAlerts(
                old.alerts()
                    .withMuted(new AlertKey(AlertKind.BLOCKED, "worker", "netty-nio", "A.a"), true)
                    .withMuted(new AlertKey(AlertKind.QUEUE, "worker", ""), true)));
    assertThat(model.muted()).isEqualTo(2);

    model.unmuteAll();

    assertThat(model.muted()).isZero();
    assertThat(written().alerts().muted()).isEmpty();
  }

  @Test
  void notificationsCanBeTurnedOff() {
    assertThat(model.notifications()).isTrue();

    model.setNotifications(false);

    assertThat(written().telling().notifications()).isFalse();
  }
}
