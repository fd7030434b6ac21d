package dev.loopscope.dashboard.ui.notify;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages through an icon in the system tray, as Windows wants it; the icon comes with the first.
 */
public final class TrayMessages implements DesktopMessages {

  private static final int SIZE = 16;
  private static final int BLUE = 0xff00629b;

  private @Nullable TrayIcon icon;

  @Override
  public synchronized void show(Notice notice) throws IOException {
    if (!SystemTray.isSupported()) {
      throw new IOException(
          "This desktop has no system tray, so it shows no notifications of alerts. Switch them off"
              + " in the settings.");
    }
    TrayIcon shown = icon;
    if (shown == null) {
      shown = new TrayIcon(image(), "Loopscope");
      shown.setImageAutoSize(true);
      try {
        SystemTray.getSystemTray().add(shown);
      } catch (AWTException e) {
        throw new IOException("The system tray takes no icon: " + e.getMessage(), e);
      }
      icon = shown;
    }
    TrayIcon target = shown;
    EventQueue.invokeLater(
        () -> target.displayMessage(notice.title(), notice.text(), MessageType.WARNING));
  }

  private static BufferedImage image() {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    for (int x = 2; x < SIZE - 2; x++) {
      for (int y = 2; y < SIZE - 2; y++) {
        image.setRGB(x, y, BLUE);
      }
    }
    return image;
  }
}
