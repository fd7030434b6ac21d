package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.alert.webhook.WebhookAddress;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.settings.AlertSettingsView;
import dev.loopscope.dashboard.ui.settings.AlertSettingsViewModel;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.settings.SettingsView;
import dev.loopscope.dashboard.ui.settings.SettingsViewModel;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.Hello;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages on which preferences are changed, over whatever the window shows. FX thread. */
final class SettingsPages {

  private final PreferencesModel preferences;
  private final Webhook webhook;
  private final AppRoot root;

  SettingsPages(PreferencesModel preferences, Webhook webhook, AppRoot root) {
    this.preferences = preferences;
    this.webhook = webhook;
    this.root = root;
  }

  /**
   * Shows what holds for the whole application.
   *
   * @param trace that of the open session, for suggestions; null where none is open
   */
  void showSettings(@Nullable Trace trace) {
    List<String> kinds = loops(trace).stream().map(Loop::kind).distinct().toList();
    Hello hello = trace == null ? null : trace.hello();
    Map<String, Long> agentLimits = hello == null ? Map.of() : hello.settings().limitNanosByKind();
    root.showBox(
        new SettingsView(new SettingsViewModel(preferences, kinds, agentLimits), root::hideBox));
  }

  /**
   * Shows what is worth an alert.
   *
   * @param trace that of the open session, for suggestions; null where none is open
   */
  void showAlertRules(@Nullable Trace trace) {
    List<String> words =
        loops(trace).stream()
            .flatMap(loop -> Stream.of(loop.kind(), loop.group(), loop.name()))
            .toList();
    root.showBox(
        new AlertSettingsView(
            new AlertSettingsViewModel(preferences, words),
            AlertSettingsView.webhook(preferences.get().telling().webhook(), this::setWebhook),
            root::hideBox));
  }

  private static List<Loop> loops(@Nullable Trace trace) {
    return trace == null ? List.of() : trace.loops().stream().map(LoopInfo::loop).toList();
  }

  /** Takes over the address that the preferences hold, or says what is wrong with it. */
  void useSavedWebhook() {
    String refused = setWebhook(preferences.get().telling().webhook());
    if (!refused.isEmpty()) {
      root.toasts().warning(refused);
    }
  }

  /** Takes an address, or says what is wrong with it. */
  private String setWebhook(String address) {
    WebhookAddress next = null;
    if (!address.isBlank()) {
      try {
        next = WebhookAddress.of(address);
      } catch (IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
      }
    }
    webhook.use(next);
    preferences.change(old -> old.withTelling(old.telling().withWebhook(address.strip())));
    return "";
  }
}
