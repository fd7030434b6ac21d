package dev.loopscope.agent.instrument;

/** A class with the shapes that woven methods have. Loaded only in its woven form. */
public class WovenSample {
  private final long number;
  private final String name = "sample";

  public WovenSample(long number) {
    this.number = number;
  }

  /** The body starts with a loop, whose frame meets the end of the enter hooks. */
  public int take(Runnable task) {
    while (true) {
      task.run();
      if (number > 0) {
        return (int) number;
      }
    }
  }

  /** Works off more than one task in one call. */
  public int twice(Runnable task) {
    task.run();
    int length = name.length();
    task.run();
    return length;
  }

  public long wide(double unused, long value) {
    if (value < 0) {
      return -1;
    }
    return value + number;
  }

  public static void fail(Object task) {
    try {
      throw new IllegalStateException(String.valueOf(task));
    } catch (UnsupportedOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
