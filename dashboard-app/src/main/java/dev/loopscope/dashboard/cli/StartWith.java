package dev.loopscope.dashboard.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the dashboard shows first. */
public sealed interface StartWith {

  /** The start page. */
  record StartPage() implements StartWith {}

  /** The demo, live. */
  record Demo() implements StartWith {}

  /**
   * A live session of a process.
   *
   * @param pointsFile declares loops that the program wrote itself; null for none
   */
  record Attach(long pid, @Nullable Path pointsFile) implements StartWith {}

  /** A recording. */
  record Replay(Path file) implements StartWith {}
}
