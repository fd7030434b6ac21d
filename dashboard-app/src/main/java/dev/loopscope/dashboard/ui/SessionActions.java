package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.alerts.AlertActions;

/** What a session window asks of the application around it. FX thread. */
public interface SessionActions extends AlertActions {

  /** Asks where, then saves in the background. */
  void save();

  /** Goes back to the start page. */
  void closeSession();

  void toggleTheme();

  void showSettings();

  void showHelp();
}
