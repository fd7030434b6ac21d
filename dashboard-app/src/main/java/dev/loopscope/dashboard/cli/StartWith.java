package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Extras;
import java.nio.file.Path;

/** What the dashboard shows first. */
public sealed interface StartWith {

  /** The start page. */
  record StartPage() implements StartWith {}

  /** The demo, live. */
  record Demo() implements StartWith {}

  /**
   * A live session of a process.
   *
   * @param extras what to watch besides
   */
  record Attach(long pid, Extras extras) implements StartWith {}

  /** A recording. */
  record Replay(Path file) implements StartWith {}
}
