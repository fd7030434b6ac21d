package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.ui.common.Background;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where a notice goes: into the window while the user works in it, to the desktop otherwise. What
 * keeps the desktop from showing any is said once.
 */
public final class NoticeBoard implements Consumer<Notice> {

  private final BooleanSupplier inUse;
  private final Consumer<Notice> window;
  private final DesktopMessages desktop;
  private final Background background;
  private final Consumer<String> problems;
  private boolean complained;

  /**
   * FX thread.
   *
   * @param inUse whether the window has the focus
   * @param window shows a notice inside the window
   * @param problems gets a sentence when the desktop cannot show notices
   */
  public NoticeBoard(
      BooleanSupplier inUse,
      Consumer<Notice> window,
      DesktopMessages desktop,
      Background background,
      Consumer<String> problems) {
    this.inUse = inUse;
    this.window = window;
    this.desktop = desktop;
    this.background = background;
    this.problems = problems;
  }

  /** FX thread. */
  @Override
  public void accept(Notice notice) {
    if (inUse.getAsBoolean()) {
      window.accept(notice);
      return;
    }
    background
        .work()
        .execute(
            () -> {
              try {
                desktop.show(notice);
              } catch (IOException e) {
                background.fx().execute(() -> complain(String.valueOf(e.getMessage())));
              }
            });
  }

  private void complain(String sentence) {
    if (!complained) {
      complained = true;
      problems.accept(sentence);
    }
  }
}
