package dev.loopscope.dashboard.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of a picture in pixels.
 *
 * @param width from 640 to 7680
 * @param height from 480 to 4320
 */
record ImageSize(int width, int height) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");

  /** Reads {@code 1920x1080}. */
  static final class Converter implements ITypeConverter<ImageSize> {
    @Override
    public ImageSize convert(String value) {
      Matcher matcher = FORM.matcher(value);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + value + "' is not a size; write for example 1920x1080");
      }
      int width = Integer.parseInt(matcher.group(1));
      int height = Integer.parseInt(matcher.group(2));
      if (width < 640 || width > 7680 || height < 480 || height > 4320) {
        throw new TypeConversionException(
            "'" + value + "' is out of range; a size lies between 640x480 and 7680x4320");
      }
      return new ImageSize(width, height);
    }
  }
}
