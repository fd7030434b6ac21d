package dev.loopscope.dashboard.ui;

/** For a window that is only looked at: its buttons are there but lead nowhere. */
enum NoActions implements SessionActions {
  INSTANCE;

  @Override
  public void save() {}

  @Override
  public void closeSession() {}

  @Override
  public void toggleTheme() {}

  @Override
  public void showSettings() {}

  @Override
  public void showHelp() {}
}
