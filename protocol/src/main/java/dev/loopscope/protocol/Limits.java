package dev.loopscope.protocol;

/**
 * Upper bounds of what may stand in a stream. They are checked before anything is allocated;
 * whoever sends more is refused.
 */
public final class Limits {

  /** Bytes of one encoded frame, without its length prefix. */
  public static final int MAX_FRAME_BYTES = 4 << 20;

  public static final int MAX_RUNS_PER_BATCH = 65_536;
  public static final int MAX_GROUPS_PER_BATCH = 65_536;
  public static final int MAX_TYPES_PER_GROUP = 8;
  public static final int MAX_DEFINITIONS_PER_FRAME = 16_384;
  public static final int MAX_STACK_FRAMES = 512;
  public static final int MAX_SAMPLES_PER_STALL = 64;
  public static final int MAX_SHARES_PER_STALL = 16;
  public static final int MAX_HOLDERS_PER_STALL = 16;
  public static final int MAX_HOTTEST = 16;
  public static final int MAX_OWN_PACKAGES = 256;
  public static final int MAX_POINTS = 4_096;
  public static final int MAX_STRING_CHARS = 4_096;
  public static final int MAX_KINDS = 256;

  private Limits() {}
}
