package dev.loopscope.dashboard.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Dresses scenes: AtlantaFX below, then the bridge for ControlsFX, then our own styles. */
public final class Themes {

  private static final String FOLDER = "/dev/loopscope/dashboard/ui/";

  private Themes() {}

  /** Gives {@code scene} our stylesheets; its colours follow {@link #use}. */
  public static void dress(Scene scene) {
    scene.getStylesheets().setAll(List.of(sheet("bridge.css"), sheet("loopscope.css")));
  }

  /** Makes the whole application dark or light. FX thread. */
  public static void use(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private static String sheet(String name) {
    URL url = Themes.class.getResource(FOLDER + name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
