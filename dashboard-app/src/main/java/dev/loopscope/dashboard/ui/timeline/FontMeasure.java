package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.model.TextMeasure;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures texts in a font and remembers them: measuring costs more than drawing. */
final class FontMeasure implements TextMeasure {

  private static final int MAX_REMEMBERED = 8_192;

  private final Text text = new Text();
  private final Map<String, Double> known = new HashMap<>();

  FontMeasure(Font font) {
    text.setFont(font);
  }

  @Override
  public double width(String wanted) {
    if (known.size() > MAX_REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(
        wanted,
        unknown -> {
          text.setText(unknown);
          return text.getLayoutBounds().getWidth();
        });
  }
}
