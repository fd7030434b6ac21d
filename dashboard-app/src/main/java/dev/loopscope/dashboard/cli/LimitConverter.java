package dev.loopscope.dashboard.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads limits: {@code 20ms} for all loops, {@code NAME=20ms} for a loop or a group. */
final class LimitConverter implements ITypeConverter<LimitConverter.Limit> {

  /**
   * How long a run may take.
   *
   * @param name of a loop or a group; empty for all loops
   */
  record Limit(String name, Duration most) {}

  @Override
  public Limit convert(String value) {
    int equals = value.lastIndexOf('=');
    Duration most = new DurationConverter().convert(value.substring(equals + 1));
    if (most.isZero() || equals == 0) {
      throw new TypeConversionException(
          "'" + value + "' is not a limit; write for example 20ms, or worker=20ms");
    }
    return new Limit(equals < 0 ? "" : value.substring(0, equals), most);
  }
}
