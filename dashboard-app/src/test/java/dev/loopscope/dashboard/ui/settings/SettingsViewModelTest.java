package dev.loopscope.dashboard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SettingsViewModelTest {

  @TempDir Path folder;

  private PreferencesModel preferences() {
    PreferencesFile file = new PreferencesFile(folder.resolve("s.json"));
    return new PreferencesModel(file, file.load(), Runnable::run, Runnable::run);
  }

  @Test
  void limitHoldsAtOnceAndIsWritten() {
    PreferencesModel preferences = preferences();
    SettingsViewModel model = new SettingsViewModel(preferences, List.of("netty-nio"), Map.of());

    assertThat(model.setDefaultLimit(" 20 ")).isTrue();
    assertThat(model.setLimit("netty-nio", "0.5")).isTrue();

    assertThat(preferences.get().limits().defaultNanos()).isEqualTo(20_000_000);
    Preferences written = new PreferencesFile(folder.resolve("s.json")).load().preferences();
    assertThat(written.limits().nanosByKind()).containsEntry("netty-nio", 500_000L);
  }

  @Test
  void nonsenseIsRefusedWithASentenceAndChangesNothing() {
    PreferencesModel preferences = preferences();
    SettingsViewModel model = new SettingsViewModel(preferences, List.of(), Map.of());

    assertThat(model.setDefaultLimit("fast")).isFalse();

    assertThat(model.problemProperty().get())
        .isEqualTo("\"fast\" is not a number of milliseconds.");
    assertThat(preferences.get()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void sourceCommandIsCheckedAsItIsTyped() {
    PreferencesModel preferences = preferences();
    SettingsViewModel model = new SettingsViewModel(preferences, List.of(), Map.of());

    assertThat(model.setSourceCommand("idea {nonsense}")).isFalse();
    assertThat(model.problemProperty().get()).startsWith("{nonsense} is no placeholder");
    assertThat(preferences.get().source().command()).isEmpty();

    assertThat(model.setSourceCommand("idea --line {line} {file}")).isTrue();
    assertThat(model.setSourceFolders("a/src" + File.pathSeparator + "b/src")).isTrue();
    assertThat(preferences.get().source().roots())
        .containsExactly(Path.of("a/src"), Path.of("b/src"));
  }

  @Test
  void blankLimitOfAKindMeansTheUserHasNone() {
    PreferencesModel preferences = preferences();
    SettingsViewModel model = new SettingsViewModel(preferences, List.of("swing"), Map.of());
    model.setLimit("swing", "100");

    model.setLimit("swing", "");

    assertThat(preferences.get().limits().nanosByKind()).isEmpty();
  }

  @Test
  void kindWithoutALimitOfItsOwnHasThatOfTheAgentAndOtherwiseThatForAll() {
    PreferencesModel preferences = preferences();
    SettingsViewModel model =
        new SettingsViewModel(
            preferences, List.of("executor", "netty-nio"), Map.of("executor", 1_000_000_000L));

    assertThat(model.limitWithoutOwn("executor")).isEqualTo("1000");
    assertThat(model.limitWithoutOwn("netty-nio")).isEqualTo("50");
    assertThat(model.limitWithoutOwn("swing")).isEmpty();
  }
}
