package dev.loopscope.dashboard.ui.alerts;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.session.clip.Clip;
import dev.loopscope.dashboard.session.clip.Clips;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.RuleWords;
import dev.loopscope.dashboard.ui.verdict.Evidence;
import dev.loopscope.dashboard.ui.verdict.EvidenceView;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/** One alert in full: the sentence, what can be done with it, and all that is known of it. */
public final class VerdictView extends StackPane {

  private final AlertsViewModel model;
  private final Trace trace;
  private final Moments moments;
  private final Clips clips;
  private final AlertActions actions;
  private final VerdictViewModel verdict;
  private final Label sentence = Controls.label("", "details-title");
  private final HBox facts = Controls.row("verdict-facts");
  private final FlowPane tools = new FlowPane(6, 6);
  private final Label problem = Controls.label("", "danger-text");
  private final EvidenceView evidence;
  private final ScrollPane scroll = new ScrollPane();
  private @Nullable Tools shownTools;
  private long shownAlert;

  public VerdictView(
      AlertsViewModel model,
      VerdictViewModel verdict,
      Trace trace,
      Moments moments,
      Clips clips,
      AlertActions actions) {
    this.model = model;
    this.clips = clips;
    this.trace = trace;
    this.moments = moments;
    this.actions = actions;
    this.verdict = verdict;
    evidence = new EvidenceView(trace, verdict::follow, actions::openSource);
    getStyleClass().add("details");
    setId("alert-detail");
    setMinWidth(0);
    sentence.setId("alert-sentence");
    wrap(sentence);
    wrap(problem);
    tools.setId("verdict-tools");
    VBox body = new VBox(sentence, facts, tools, problem, evidence);
    body.getStyleClass().add("details-body");
    scroll.setContent(body);
    scroll.setFitToWidth(true);
    verdict.shownProperty().subscribe(this::show);
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  private void show(VerdictViewModel.@Nullable Shown shown) {
    if (shown == null) {
      getChildren()
          .setAll(
              new EmptyState(
                  MaterialDesignG.GESTURE_TAP,
                  "Choose an alert",
                  "Its stack, its cause and its place in the timeline appear here."));
      return;
    }
    AlertRow row = shown.row();
    sentence.setText(row.alert().sentence());
    facts
        .getChildren()
        .setAll(
            Controls.icon(RuleWords.icon(row.alert().rule()), RuleWords.state(row.alert().rule())),
            facts(row));
    showTools(toolsOf(row, shown.evidence()));
    problem.setText(shown.problem());
    problem.setVisible(!shown.problem().isEmpty());
    problem.setManaged(!shown.problem().isEmpty());
    evidence.show(shown.evidence());
    if (getChildren().isEmpty() || getChildren().get(0) != scroll) {
      getChildren().setAll(scroll);
    }
    if (shownAlert != row.alert().id()) {
      shownAlert = row.alert().id();
      scroll.setVvalue(0);
    }
  }

  private Label facts(AlertRow row) {
    Alert alert = row.alert();
    AlertGroup group = row.group();
    String where = model.loopName(alert);
    long nanos = alert.span(trace.extent().toNanos()).lengthNanos();
    String length = Format.duration(nanos);
    String text =
        RuleWords.word(alert.rule())
            + (where.isEmpty() ? "" : " · " + where)
            + " · "
            + moments.text(alert.fromNanos())
            + (nanos == 0 ? "" : lasted(alert, length));
    if (group.count() > 1) {
      text +=
          " · "
              + Format.exact(group.count())
              + " times since "
              + moments.text(group.firstNanos())
              + ", worst "
              + Format.duration(group.worstNanos());
    }
    Label label = Controls.label(text, "muted");
    wrap(label);
    label.setMinWidth(0);
    return label;
  }

  private String lasted(Alert alert, String length) {
    return !alert.isOpen()
        ? " · lasted " + length
        : trace.isOver() ? " · had lasted " + length + " at the end" : " · lasts for " + length;
  }

  /**
   * What the buttons depend on. An alert that lasts changes many times a second, and a button that
   * is replaced while it is pressed does nothing.
   */
  private record Tools(
      long alert, AlertKey key, boolean muted, @Nullable StackFrame culprit, @Nullable Path clip) {}

  private Tools toolsOf(AlertRow row, @Nullable Evidence known) {
    AlertGroup group = row.group();
    Clip kept = clips.of(row.alert().id());
    Clip clip = kept == null ? clips.newestOf(group.key()) : kept;
    return new Tools(
        row.alert().id(),
        group.key(),
        group.muted(),
        known == null ? null : known.culprit(),
        clip == null ? null : clip.file());
  }

  private void showTools(Tools next) {
    if (!next.equals(shownTools)) {
      shownTools = next;
      tools.getChildren().setAll(buttons(next));
    }
  }

  /** What can be done with every alert, and then what only some have. */
  private List<Node> buttons(Tools of) {
    List<Node> buttons = new ArrayList<>();
    buttons.add(
        small(
            "Show in timeline",
            MaterialDesignC.CROSSHAIRS_GPS,
            "to-timeline",
            this::showInTimeline));
    buttons.add(
        small(
            "Copy text",
            MaterialDesignC.CONTENT_COPY,
            "copy-text",
            () -> verdict.write(false, Controls::copy)));
    buttons.add(
        small(
            "Copy Markdown",
            MaterialDesignL.LANGUAGE_MARKDOWN_OUTLINE,
            "copy-markdown",
            () -> verdict.write(true, Controls::copy)));
    buttons.add(
        small(
            of.muted() ? "Unmute" : "Mute",
            of.muted() ? MaterialDesignB.BELL_OUTLINE : MaterialDesignB.BELL_OFF_OUTLINE,
            "mute",
            () -> actions.mute(of.key(), !of.muted())));
    StackFrame culprit = of.culprit();
    if (culprit != null) {
      buttons.add(
          small(
              "Open source",
              MaterialDesignO.OPEN_IN_APP,
              "open-source",
              () -> actions.openSource(culprit)));
    }
    Path clip = of.clip();
    if (clip != null) {
      buttons.add(
          small("Open clip", MaterialDesignF.FILMSTRIP, "open-clip", () -> actions.openClip(clip)));
    }
    return buttons;
  }

  /** The alert in its newest state, which may be another one than when the button was made. */
  private void showInTimeline() {
    VerdictViewModel.Shown now = verdict.shownProperty().get();
    if (now != null) {
      model.jumpTo(now.row());
    }
  }

  private static Button small(String text, Ikon icon, String id, Runnable action) {
    Button button = Controls.button(text, icon, action);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }
}
