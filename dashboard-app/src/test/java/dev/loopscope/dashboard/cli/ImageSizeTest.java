package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ImageSizeTest {

  private final ImageSize.Converter converter = new ImageSize.Converter();

  @Test
  void widthStandsBeforeHeight() {
    assertThat(converter.convert("1920x1080")).isEqualTo(new ImageSize(1920, 1080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1920", "1920*1080", "10x10", "99999x99999", "-1x5", "x"})
  void sizesThatNoPictureHasAreRefused(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
