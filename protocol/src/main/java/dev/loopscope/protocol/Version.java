package dev.loopscope.protocol;

/**
 * A protocol version. A reader accepts its own major with any minor and refuses a newer major.
 *
 * @param major changes when an older reader would misread
 * @param minor changes when fields or frame types are added, which an older reader skips
 */
public record Version(int major, int minor) {

  /** What this build writes. */
  public static final Version CURRENT = new Version(1, 1);

  /** Whether this build can read a stream written in this version. */
  public boolean isReadable() {
    return major >= 1 && major <= CURRENT.major;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
