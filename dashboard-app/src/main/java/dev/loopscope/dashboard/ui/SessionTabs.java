package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.alerts.AlertActions;
import dev.loopscope.dashboard.ui.alerts.AlertsView;
import dev.loopscope.dashboard.ui.alerts.AlertsViewModel;
import dev.loopscope.dashboard.ui.alerts.VerdictView;
import dev.loopscope.dashboard.ui.alerts.VerdictViewModel;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.coverage.CoverageView;
import dev.loopscope.dashboard.ui.coverage.CoverageViewModel;
import dev.loopscope.dashboard.ui.flows.FlowsView;
import dev.loopscope.dashboard.ui.flows.FlowsViewModel;
import dev.loopscope.dashboard.ui.stacks.StacksView;
import dev.loopscope.dashboard.ui.stacks.StacksViewModel;
import dev.loopscope.dashboard.ui.statistics.StatisticsView;
import dev.loopscope.dashboard.ui.statistics.StatisticsViewModel;
import dev.loopscope.dashboard.ui.tasks.TasksView;
import dev.loopscope.dashboard.ui.tasks.TasksViewModel;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The tabs at the bottom; only the one in front is kept fresh, and the number of alerts. */
final class SessionTabs extends TabPane {

  private final AlertsViewModel alerts;
  private final TasksViewModel tasks;
  private final FlowsViewModel flows;
  private final StatisticsViewModel statistics;
  private final StacksViewModel stacks;
  private final AlertsView alertsView;
  private final TasksView tasksView;
  private final VerdictViewModel verdict;
  private final VerdictView verdictView;
  private final Tab alertsTab;
  private final Label unread = new Label();
  private final Map<Tab, Runnable> refreshers = new LinkedHashMap<>();

  SessionTabs(
      Session session,
      Selection selection,
      Navigation navigation,
      Moments moments,
      Background background,
      AlertActions actions) {
    setId("tabs");
    getStyleClass().add("session-tabs");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    Trace trace = session.trace();
    alerts = new AlertsViewModel(trace, session.alerts(), selection, navigation);
    tasks = new TasksViewModel(trace, selection, navigation, background);
    flows = new FlowsViewModel(trace, selection, navigation, background);
    statistics = new StatisticsViewModel(trace, selection, navigation, background);
    stacks = new StacksViewModel(trace, navigation, background);
    CoverageViewModel coverage = new CoverageViewModel(trace);
    alertsView = new AlertsView(alerts, trace, moments, actions);
    verdict =
        new VerdictViewModel(
            trace, alerts, selection, navigation, moments, background, System::nanoTime);
    verdictView = new VerdictView(alerts, verdict, trace, moments, session.clips(), actions);
    tasksView = new TasksView(tasks, moments);
    alertsTab = add("Alerts", alertsView, alerts::refresh);
    unread.getStyleClass().add("unread-badge");
    add("Tasks", tasksView, tasks::refresh);
    add("Flows", new FlowsView(flows, moments), flows::refresh);
    add("Statistics", new StatisticsView(statistics), statistics::refresh);
    add("Stacks", new StacksView(stacks), stacks::refresh);
    add("Coverage", new CoverageView(coverage), coverage::refresh);
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, now) -> {
              if (old == alertsTab) {
                alerts.markRead();
              }
              refresh();
            });
    alerts.currentProperty().addListener((property, old, now) -> showCount());
    alerts.unreadProperty().addListener((property, old, now) -> showCount());
  }

  private Tab add(String title, Node content, Runnable refresh) {
    Tab tab = new Tab(title, content);
    getTabs().add(tab);
    refreshers.put(tab, refresh);
    return tab;
  }

  /** Pulls what changed, for the tab in front. */
  void refresh() {
    refreshAlerts();
    Runnable refresh = refreshers.get(getSelectionModel().getSelectedItem());
    if (refresh != null) {
      refresh.run();
    }
  }

  /** Pulls what changed among the alerts, whatever tab is in front. */
  void refreshAlerts() {
    if (alerts.refresh()) {
      showCount();
    }
    verdict.refresh();
  }

  private void showCount() {
    alertsTab.setText(alerts.count() == 0 ? "Alerts" : "Alerts " + alerts.count());
    int fresh = alerts.unreadProperty().get();
    boolean away = getSelectionModel().getSelectedItem() != alertsTab;
    unread.setText(fresh + " new");
    alertsTab.setGraphic(fresh > 0 && away ? unread : null);
  }

  /** Brings a tab to the front by its title, for example {@code "Tasks"}. */
  void open(String title) {
    for (Tab tab : getTabs()) {
      if (tab.getText().startsWith(title)) {
        getSelectionModel().select(tab);
      }
    }
  }

  /**
   * Puts the cursor into the filter of the tab in front; tabs without one give way to the tasks.
   */
  void focusFilter() {
    if (getSelectionModel().getSelectedItem() == alertsTab) {
      alertsView.focusFilter();
    } else {
      open("Tasks");
      tasksView.focusFilter();
    }
  }

  /** Empties the filters; false when they were empty already. */
  boolean clearFilters() {
    boolean some =
        !alerts.filterProperty().get().isEmpty() || !tasks.filterProperty().get().isEmpty();
    alerts.filterProperty().set("");
    tasks.filterProperty().set("");
    return some;
  }

  AlertsViewModel alerts() {
    return alerts;
  }

  /** The alert that is looked at, in full. */
  VerdictView verdictView() {
    return verdictView;
  }

  /** Whether something is still being computed for the tab in front. */
  boolean isBusy() {
    return verdict.isBusy()
        || tasks.isBusy()
        || flows.isBusy()
        || statistics.isBusy()
        || stacks.isBusy();
  }
}
