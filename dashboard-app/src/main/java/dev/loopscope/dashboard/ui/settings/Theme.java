package dev.loopscope.dashboard.ui.settings;

/** The colours of the window. */
public enum Theme {
  LIGHT,
  DARK;

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
