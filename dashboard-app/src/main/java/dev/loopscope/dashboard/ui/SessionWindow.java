package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.ui.alerts.VerdictView;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.common.Ticker;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.details.DetailsView;
import dev.loopscope.dashboard.ui.details.DetailsViewModel;
import dev.loopscope.dashboard.ui.status.StatusView;
import dev.loopscope.dashboard.ui.status.StatusViewModel;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The window over one session: toolbar, timeline, tabs with details beside them, status bar. A
 * plain region, so that it can be shown in a stage, tested, or rendered without a display.
 */
public final class SessionWindow extends BorderPane {

  private static final double REFRESH_MILLIS = 250;

  /** An alert must not wait for the next round of tables; looking costs one comparison. */
  private static final double ALERT_MILLIS = 20;

  /** What a session window is made of besides the session. */
  public record Parts(
      Background background, TimelineFactory timelines, Supplier<TimeDisplay> timeDisplay) {}

  /** Makes the timeline for a session. */
  public interface TimelineFactory {
    TimelinePane create(Session session, Selection selection, Background background);
  }

  private final Selection selection = new Selection();
  private final TimelinePane timeline;
  private final SessionToolbar toolbar;
  private final SessionTabs tabs;
  private final StatusViewModel status;
  private final DetailsViewModel details;
  private final SplitPane lower = new SplitPane();
  private final SplitPane middle = new SplitPane();
  private final HBox banner = Controls.row("banner");
  private String dismissed = "";

  public SessionWindow(Session session, SessionActions actions, Parts parts) {
    timeline = parts.timelines().create(session, selection, parts.background());
    Moments moments = new Moments(session.trace(), parts.timeDisplay(), ZoneId.systemDefault());
    toolbar = new SessionToolbar(session, timeline, actions);
    tabs = new SessionTabs(session, selection, timeline, moments, parts.background(), actions);
    details =
        new DetailsViewModel(session.trace(), selection, timeline, moments, parts.background());
    status = new StatusViewModel(session);
    lower.getItems().addAll(tabs, beside());
    middle.setOrientation(Orientation.VERTICAL);
    middle.getItems().addAll(timeline.node(), lower);
    SplitPane.setResizableWithParent(lower, false);
    setDividers(0.58, 0.7);
    banner.setVisible(false);
    banner.setManaged(false);
    setTop(new VBox(toolbar, banner));
    setCenter(middle);
    setBottom(new StatusView(status));
    status.factsProperty().subscribe(this::showBanner);
    Ticker.whileShown(this, REFRESH_MILLIS, this::refresh);
    Ticker.whileShown(this, ALERT_MILLIS, tabs::refreshAlerts);
  }

  /** What was chosen last: an alert, or a thing in the timeline or a table. */
  private StackPane beside() {
    DetailsView detailsView = new DetailsView(details);
    VerdictView alertDetail = tabs.verdictView();
    alertDetail.setVisible(false);
    selection.onChange(
        selected -> {
          alertDetail.setVisible(false);
          detailsView.setVisible(true);
        });
    tabs.alerts()
        .currentProperty()
        .subscribe(
            alert -> {
              alertDetail.setVisible(alert != null);
              detailsView.setVisible(alert == null);
            });
    return new StackPane(detailsView, alertDetail);
  }

  /** Pulls what changed since the last time. */
  public void refresh() {
    toolbar.refresh();
    status.refresh();
    details.refresh();
    tabs.refresh();
  }

  /** A session that broke, or ended with something to say, says so until that is dismissed. */
  private void showBanner(StatusViewModel.Facts facts) {
    boolean over = facts.phase() == Phase.FAILED || facts.phase() == Phase.ENDED;
    boolean shown = over && !facts.message().isEmpty() && !facts.message().equals(dismissed);
    if (shown == banner.isVisible()) {
      return;
    }
    banner.setVisible(shown);
    banner.setManaged(shown);
    if (!shown) {
      return;
    }
    boolean failed = facts.phase() == Phase.FAILED;
    banner.getStyleClass().setAll("banner", failed ? "banner-danger" : "banner-warning");
    Label text = Controls.label(facts.message());
    text.setId("session-message");
    text.setWrapText(true);
    banner
        .getChildren()
        .setAll(
            Controls.icon(MaterialDesignA.ALERT_OUTLINE, failed ? "danger" : "warning"),
            text,
            Controls.spacer(),
            Controls.iconButton(MaterialDesignC.CLOSE, "Dismiss", () -> dismiss(facts.message())));
  }

  private void dismiss(String message) {
    dismissed = message;
    banner.setVisible(false);
    banner.setManaged(false);
  }

  public Selection selection() {
    return selection;
  }

  public TimelinePane timeline() {
    return timeline;
  }

  /** Brings a tab to the front by its title, for example {@code "Tasks"}. */
  public void openTab(String title) {
    tabs.open(title);
  }

  /** Goes to an alert, as if it had been chosen in the table. */
  void showAlert(Alert alert) {
    tabs.open("Alerts");
    tabs.alerts().jumpTo(alert);
  }

  SessionTabs tabs() {
    return tabs;
  }

  /** Chooses what a lane is: a loop, or a flow. */
  void chooseLanes(boolean flows) {
    toolbar.chooseLanes(flows);
  }

  void togglePause() {
    toolbar.togglePause();
  }

  void focusSearch() {
    toolbar.focusSearch();
  }

  void focusFilter() {
    tabs.focusFilter();
  }

  /** Clears the filters, or else the selection. */
  void clear() {
    if (!tabs.clearFilters()) {
      selection.clear();
    }
  }

  /** Sets the shares of the timeline in the height and of the tabs in the width. */
  void setDividers(double timelineShare, double tabsShare) {
    middle.setDividerPositions(timelineShare);
    lower.setDividerPositions(tabsShare);
  }

  double timelineShare() {
    return middle.getDividerPositions()[0];
  }

  double tabsShare() {
    return lower.getDividerPositions()[0];
  }

  /** Whether all that is in sight has been computed; a picture taken now is complete. */
  public boolean isSettled() {
    return !tabs.isBusy() && !details.isBusy() && !timeline.isBusy();
  }
}
