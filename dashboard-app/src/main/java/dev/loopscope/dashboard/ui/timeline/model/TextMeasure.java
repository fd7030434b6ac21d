package dev.loopscope.dashboard.ui.timeline.model;

/** Knows how wide texts are in the font of labels. */
@FunctionalInterface
public interface TextMeasure {

  double width(String text);

  /** {@code text}, or as much of it as fits {@code room} with an ellipsis, or empty. */
  default String fit(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + "…") <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low < 3 ? "" : text.substring(0, low) + "…";
  }

  /** {@code text} with its middle left out when it does not fit {@code room}: both ends count. */
  default String fitEnds(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    for (int keep = text.length() - 1; keep >= 4; keep--) {
      int head = keep / 2;
      String shorter =
          text.substring(0, head) + "…" + text.substring(text.length() - (keep - head));
      if (width(shorter) <= room) {
        return shorter;
      }
    }
    return "";
  }
}
