package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A picture drawn by pixels of the device, so that it is sharp on every screen. */
final class PixelImage extends ImageView {

  private PixelArea area = new PixelArea(1, 1);
  private @Nullable PixelBuffer<IntBuffer> buffer;

  PixelImage() {
    setSmooth(false);
    setMouseTransparent(true);
  }

  /** The pixels for {@code width} by {@code height} logical pixels; new ones when that changed. */
  PixelArea area(double width, double height, double density) {
    int columns = Math.max(1, (int) Math.round(width * density));
    int rows = Math.max(1, (int) Math.round(height * density));
    if (buffer == null || area.width() != columns || area.height() != rows) {
      area = new PixelArea(columns, rows);
      buffer =
          new PixelBuffer<>(
              columns, rows, IntBuffer.wrap(area.pixels()), PixelFormat.getIntArgbPreInstance());
      setImage(new WritableImage(buffer));
    }
    setFitWidth(columns / density);
    setFitHeight(rows / density);
    return area;
  }

  /** Shows what was drawn. */
  void show() {
    if (buffer != null) {
      buffer.updateBuffer(unused -> null);
    }
  }
}
