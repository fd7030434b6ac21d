package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;

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

  @Override
  public void mute(AlertKey key, boolean mute) {}

  @Override
  public void showAlertRules() {}

  @Override
  public void openClip(Path clip) {}

  @Override
  public void openSource(StackFrame frame) {}
}
