package dev.loopscope.dashboard.ui.status;

import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The line at the bottom of the window. */
public final class StatusView extends StatusBar {

  private final Label phase = new Label();
  private final Label details = new Label();
  private final Label warning = Controls.label("", "warning-text");

  public StatusView(StatusViewModel model) {
    setId("status");
    warning.setGraphic(Controls.icon(MaterialDesignA.ALERT_OUTLINE, "warning"));
    warning.setTooltip(new Tooltip());
    setText("");
    getLeftItems().addAll(phase, details);
    getRightItems().add(warning);
    model.factsProperty().subscribe(this::show);
  }

  private void show(StatusViewModel.Facts facts) {
    details.setText("· " + facts.facts());
    setAccessibleText(word(facts.phase()) + ", " + facts.facts());
    phase.setText(word(facts.phase()) + (facts.message().isEmpty() ? "" : ": " + facts.message()));
    phase.setGraphic(icon(facts.phase()));
    phase.getStyleClass().removeIf(name -> name.startsWith("state-"));
    phase.getStyleClass().add("state-" + facts.phase().name().toLowerCase(Locale.ROOT));
    setProgress(facts.phase() == Phase.OPENING ? facts.progress() : 0);
    String trouble = trouble(facts);
    warning.setText(trouble);
    warning.getTooltip().setText(facts.lastError().isEmpty() ? trouble : facts.lastError());
    warning.setVisible(!trouble.isEmpty());
    warning.setManaged(!trouble.isEmpty());
  }

  private static String trouble(StatusViewModel.Facts facts) {
    if (facts.errors() > 0) {
      return Format.plural(facts.errors(), "error", "errors") + " in the agent";
    }
    return facts.lost() > 0 ? "Some runs were lost: see the gaps in the timeline" : "";
  }

  private static String word(Phase phase) {
    return switch (phase) {
      case OPENING -> "Opening";
      case LIVE -> "Live";
      case ENDED -> "Ended";
      case FAILED -> "Failed";
    };
  }

  private static FontIcon icon(Phase phase) {
    return switch (phase) {
      case OPENING -> new FontIcon(MaterialDesignP.PROGRESS_CLOCK);
      case LIVE -> new FontIcon(MaterialDesignC.CIRCLE);
      case ENDED -> new FontIcon(MaterialDesignF.FLAG_CHECKERED);
      case FAILED -> new FontIcon(MaterialDesignA.ALERT_CIRCLE);
    };
  }
}
