package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.timeline.model.PixelBands.Band;
import org.junit.jupiter.api.Test;

class PixelBandsTest {

  private final PixelBands<String> bands = new PixelBands<>();

  @Test
  void itemsThatShareAPixelAreOneBandThatKnowsTheHeaviest() {
    bands.add(10, 12, "a", 5);
    bands.add(11, 13, "b", 9);
    bands.add(12, 13, "c", 1);

    assertThat(bands.all()).hasSize(1);
    Band<String> band = bands.all().get(0);
    assertThat(band.from()).isEqualTo(10);
    assertThat(band.to()).isEqualTo(13);
    assertThat(band.heaviest()).isEqualTo("b");
    assertThat(band.most()).isEqualTo(9);
    assertThat(band.sum()).isEqualTo(15);
    assertThat(band.count()).isEqualTo(3);
  }

  @Test
  void neighboursStayApart() {
    bands.add(10, 12, "a", 5);
    bands.add(12, 14, "b", 9);

    assertThat(bands.all()).extracting(Band::from).containsExactly(10, 12);
  }

  @Test
  void thereAreNoMoreBandsThanPixelsHoweverManyItemsThereAre() {
    for (int i = 0; i < 100_000; i++) {
      bands.add(i / 1_000, i / 1_000 + 1, "x", 1);
    }

    assertThat(bands.all()).hasSize(100);
    assertThat(bands.all()).allSatisfy(band -> assertThat(band.count()).isEqualTo(1_000));
  }

  @Test
  void whatIsOutOfOrderIsABandOfItsOwn() {
    bands.add(10, 12, "a", 5);
    bands.add(4, 6, "b", 9);

    assertThat(bands.all()).extracting(Band::heaviest).containsExactly("a", "b");
  }

  @Test
  void heaviestComeFirstAndOnlySomeOfThem() {
    bands.add(1, 2, "a", 5);
    bands.add(3, 4, "b", 9);
    bands.add(5, 6, "c", 7);

    assertThat(bands.heaviest(2)).extracting(Band::heaviest).containsExactly("b", "c");
  }
}
