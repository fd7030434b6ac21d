package dev.loopscope.dashboard.ui.timeline.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

  static Palette[] palettes() {
    return new Palette[] {Palette.LIGHT, Palette.DARK};
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void textIsReadableOnEveryBackground(Palette palette) {
    for (int background :
        new int[] {
          palette.background(), palette.stripe(), palette.group(), palette.selectedLane()
        }) {
      assertThat(Argb.contrast(palette.text(), background)).isGreaterThan(7);
      assertThat(Argb.contrast(palette.blockedText(), background)).isGreaterThan(4.5);
    }
    assertThat(Argb.contrast(palette.muted(), palette.background())).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void labelsAreReadableOnEverySlice(Palette palette) {
    for (int slice :
        new int[] {
          palette.task(), palette.timer(), palette.io(), palette.longRun(), palette.blocked()
        }) {
      assertThat(Argb.contrast(0xff0b0f14, slice)).isGreaterThan(4.5);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void runsStandOutFromTheLane(Palette palette) {
    for (int kind = 0; kind < 4; kind++) {
      assertThat(Argb.contrast(palette.kind(kind), palette.background())).isGreaterThan(2);
    }
  }
}
