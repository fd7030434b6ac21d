package dev.loopscope.dashboard.cli;

import java.nio.file.Path;

/** What the dashboard shows first. */
public sealed interface StartWith {

  /** The start page. */
  record StartPage() implements StartWith {}

  /** The demo, live. */
  record Demo() implements StartWith {}

  /** A live session of a process. */
  record Attach(long pid) implements StartWith {}

  /** A recording. */
  record Replay(Path file) implements StartWith {}
}
