package dev.loopscope.dashboard.ui.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.timeline.raster.Argb;
import dev.loopscope.protocol.Definitions.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlameColoursTest {

  /**
   * Linear RGB as people without one kind of cone see it (Machado, Oliveira and Fernandes 2009).
   */
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };

  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] TRITANOPIA = {
    {1.255528, -0.076749, -0.178779},
    {-0.078411, 0.930809, 0.147602},
    {0.004733, 0.691367, 0.303900}
  };

  private static final double[][] EVERYBODY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  private static List<FlameColours> all() {
    List<FlameColours> all = new ArrayList<>(List.of(FlameColours.CULPRIT));
    for (Origin origin : Origin.values()) {
      all.add(FlameColours.of(origin));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"everybody", "protanopia", "deuteranopia", "tritanopia"})
  void ownersCanBeToldApart(String sight) {
    double[][] seen =
        switch (sight) {
          case "protanopia" -> PROTANOPIA;
          case "deuteranopia" -> DEUTERANOPIA;
          case "tritanopia" -> TRITANOPIA;
          default -> EVERYBODY;
        };
    for (FlameColours a : all()) {
      for (FlameColours b : all()) {
        if (!a.equals(b)) {
          assertThat(distance(lab(a.fill(), seen), lab(b.fill(), seen)))
              .as("%06x and %06x for %s", a.fill(), b.fill(), sight)
              .isGreaterThan(15);
        }
      }
    }
  }

  @Test
  void namesAreReadable() {
    for (FlameColours colours : all()) {
      assertThat(Argb.contrast(0xff000000 | colours.text(), 0xff000000 | colours.fill()))
          .isGreaterThan(4.5);
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  private static double[] lab(int rgb, double[][] seen) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;
      linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    double r = clamped(seen[0], linear);
    double g = clamped(seen[1], linear);
    double b = clamped(seen[2], linear);
    double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double clamped(double[] row, double[] c) {
    return Math.max(0, Math.min(1, row[0] * c[0] + row[1] * c[1] + row[2] * c[2]));
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
