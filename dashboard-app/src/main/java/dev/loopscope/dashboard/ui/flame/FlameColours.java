package dev.loopscope.dashboard.ui.flame;

import dev.loopscope.protocol.Definitions.Origin;

/**
 * The colours of frames by who owns them, from the set of Okabe and Ito: they differ in lightness
 * too, so that they can be told apart with any kind of colour blindness. The same in both themes.
 *
 * @param fill behind the name, opaque RGB
 * @param text of the name
 */
public record FlameColours(int fill, int text) {

  private static final int INK = 0x0b0f14;
  private static final int PAPER = 0xffffff;

  /** The frame to blame; it has an arrow and an edge besides. */
  public static final FlameColours CULPRIT = new FlameColours(0xb84a00, PAPER);

  /** The colours for code of {@code origin}. */
  public static FlameColours of(Origin origin) {
    return switch (origin) {
      case APPLICATION -> new FlameColours(0x00629b, PAPER);
      case LIBRARY -> new FlameColours(0x6cc3f0, INK);
      case FRAMEWORK -> new FlameColours(0xf0e070, INK);
      case JDK -> new FlameColours(0xb3bac2, INK);
    };
  }

  /** Who owns it, in a word. */
  public static String word(Origin origin) {
    return switch (origin) {
      case APPLICATION -> "application";
      case LIBRARY -> "library";
      case FRAMEWORK -> "framework";
      case JDK -> "JDK";
    };
  }

  String css() {
    return String.format("-fx-background-color: #%06x; -fx-text-fill: #%06x;", fill, text);
  }
}
