package dev.loopscope.dashboard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PreferencesFileTest {

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("deep").resolve("settings.json");
  }

  @Test
  void savedPreferencesComeBackWhole() throws IOException {
    Preferences all =
        Preferences.DEFAULT
            .withTheme(Theme.DARK)
            .withTimeDisplay(TimeDisplay.WALL_CLOCK)
            .withLimits(
                new RunLimits(
                    20_000_000, Map.of("javafx", 100_000_000L), Map.of("worker-1", 5_000_000L)))
            .withAskBeforeClosing(false)
            .withRecent(Path.of("/recordings/a.loopscope"))
            .withWindow(new WindowPlace(10, 20, 1400, 900, true, 0.5, 0.7));

    new PreferencesFile(path()).save(all);

    assertThat(new PreferencesFile(path()).load()).isEqualTo(new PreferencesFile.Loaded(all, ""));
  }

  @Test
  void missingFileGivesDefaultsWithoutComplaint() {
    assertThat(new PreferencesFile(path()).load())
        .isEqualTo(new PreferencesFile.Loaded(Preferences.DEFAULT, ""));
  }

  @Test
  void damagedFileIsPutAsideAndTheUserIsTold() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(path(), "{\"theme\": ");

    PreferencesFile.Loaded loaded = new PreferencesFile(path()).load();

    assertThat(loaded.preferences()).isEqualTo(Preferences.DEFAULT);
    assertThat(loaded.problem()).contains("not valid JSON").contains("defaults hold");
    assertThat(path().resolveSibling("settings.json.broken")).hasContent("{\"theme\": ");
    assertThat(path()).doesNotExist();
  }

  @Test
  void impossibleValueIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(path(), "{\"limitMillis\": -5}");

    assertThat(new PreferencesFile(path()).load().problem()).contains("\"limitMillis\"");
  }

  @Test
  void alertRuleOfAnotherVersionIsPassedOverAndTheRestHolds() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(
        path(),
        """
        {"theme": "DARK",
         "alerts": {
           "rules": {"LEAKING": {"enabled": false, "limit": "much"}, "BLOCKED": {"enabled": false}},
           "muted": [
             {"rule": "LEAKING", "where": "a", "what": "b"},
             {"rule": "BLOCKED", "where": "c", "kind": "e", "what": "d"}]}}
        """);

    PreferencesFile.Loaded loaded = new PreferencesFile(path()).load();

    assertThat(loaded.problem()).isEmpty();
    assertThat(loaded.preferences().theme()).isEqualTo(Theme.DARK);
    assertThat(loaded.preferences().alerts().rule(AlertKind.BLOCKED).enabled()).isFalse();
    assertThat(loaded.preferences().alerts().muted())
        .containsExactly(new AlertKey(AlertKind.BLOCKED, "c", "e", "d"));
    assertThat(path()).exists();
  }

  @Test
  void groupThatWasMutedBeforeAlertsHadAKindIsMutedOnEveryKind() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(
        path(),
        "{\"alerts\": {\"muted\": [{\"rule\": \"BLOCKED\", \"where\": \"c\", \"what\": \"d\"}]}}");

    AlertSettings alerts = new PreferencesFile(path()).load().preferences().alerts();

    assertThat(alerts.isMuted(new AlertKey(AlertKind.BLOCKED, "c", "e", "d"))).isTrue();
  }

  @Test
  void recentRecordingsAreBoundedAndNewestFirst() {
    Preferences preferences = Preferences.DEFAULT;
    for (int i = 0; i < 20; i++) {
      preferences = preferences.withRecent(Path.of("file" + i));
    }
    preferences = preferences.withRecent(Path.of("file15"));

    assertThat(preferences.recent()).hasSize(Preferences.MAX_RECENT).startsWith(Path.of("file15"));
    assertThat(preferences.recent()).doesNotHaveDuplicates();
  }

  @Test
  void settingsFolderFollowsTheSystem() {
    Path home = Path.of("/home/u");

    assertThat(ConfigFolder.of(Map.of(), "Linux", home))
        .isEqualTo(home.resolve(".config/loopscope"));
    assertThat(ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/c"), "Linux", home))
        .isEqualTo(Path.of("/c/loopscope"));
  }
}
