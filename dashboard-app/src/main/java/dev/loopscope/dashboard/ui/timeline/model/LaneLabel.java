package dev.loopscope.dashboard.ui.timeline.model;

/**
 * A text on or beside a slice.
 *
 * @param text what it says
 * @param style what it is about
 * @param x left edge of the text
 * @param top upper edge of its lane
 * @param width of the text
 * @param height of its lane
 */
public record LaneLabel(
    String text, Style style, double x, double top, double width, double height) {

  /** What a label is about. */
  public enum Style {
    /** On a run. */
    RUN,
    /** On a run over the limit. */
    BLOCKED_INSIDE,
    /** Beside a run over the limit that is too narrow for its text. */
    BLOCKED_BESIDE,
    /** On a band: a pause of the JVM, lost data. */
    BAND,
    /** In the header of a group. */
    HEADER
  }

  public double right() {
    return x + width;
  }
}
