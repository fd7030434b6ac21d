package dev.loopscope.dashboard.ui.timeline.raster;

/**
 * The colours of the timeline, opaque ARGB. The hues of runs come from the set that Okabe and Ito
 * chose so that colour-blind people can tell them apart.
 *
 * @param background behind lanes
 * @param stripe behind every other lane
 * @param group behind group headers
 * @param outside where there was nothing to see: before attach, after the end
 * @param line fine lines between rows and at ticks
 * @param text names and labels
 * @param muted secondary text
 * @param task runs of tasks
 * @param timer runs of timers
 * @param io I/O phases
 * @param internal the framework's own runs
 * @param longRun runs over half the limit
 * @param blocked runs over the limit
 * @param blockedHatch stripes over blocked runs
 * @param blockedText text that says blocked, on the lane's background
 * @param failed marks of failed runs
 * @param open edge of a run that has not ended
 * @param pause bands where the JVM stood still
 * @param gap stretches of lost data
 * @param accent selection, brush, follow
 */
public record Palette(
    int background,
    int stripe,
    int group,
    int outside,
    int line,
    int text,
    int muted,
    int task,
    int timer,
    int io,
    int internal,
    int longRun,
    int blocked,
    int blockedHatch,
    int blockedText,
    int failed,
    int open,
    int pause,
    int gap,
    int accent) {

  public static final Palette LIGHT =
      new Palette(
          0xffffffff,
          0xfff6f8fa,
          0xffeaeef2,
          0xffdfe3e8,
          0xffd0d7de,
          0xff1f2328,
          0xff59636e,
          0xff56a5de,
          0xffcc79a7,
          0xff2fb08a,
          0xffa3abb4,
          0xffe69f00,
          0xffd55e00,
          0xff7f2f00,
          0xffa63f00,
          0xff24292f,
          0xff1f2328,
          0xff8250df,
          0xff57606a,
          0xff0969da);

  public static final Palette DARK =
      new Palette(
          0xff0d1117,
          0xff11161d,
          0xff1c232c,
          0xff21262d,
          0xff30363d,
          0xffe6edf3,
          0xff9198a1,
          0xff3f8fca,
          0xffb8699a,
          0xff0f9b74,
          0xff6e7781,
          0xffe69f00,
          0xffe8691a,
          0xff6b2a00,
          0xffff9d5c,
          0xfff0f6fc,
          0xffffffff,
          0xffa371f7,
          0xff9198a1,
          0xff58a6ff);

  /** The colour of runs of a kind, by the kind's ordinal. */
  public int kind(int ordinal) {
    return switch (ordinal) {
      case 0 -> task;
      case 1 -> timer;
      case 2 -> io;
      default -> internal;
    };
  }

  /** Behind the lane that is selected. */
  public int selectedLane() {
    return Argb.mix(background, accent, 36);
  }

  /** Distinct hues for loops, used where rows are flows; repeats after six. */
  public int loop(int loop) {
    return switch (Math.floorMod(loop, 6)) {
      case 0 -> task;
      case 1 -> io;
      case 2 -> timer;
      case 3 -> longRun;
      case 4 -> Argb.mix(task, text, 110);
      default -> Argb.mix(io, text, 110);
    };
  }
}
