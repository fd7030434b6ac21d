package dev.loopscope.dashboard.ui.source;

import java.io.IOException;
import java.util.List;

/** Starts a program of this machine. */
@FunctionalInterface
public interface ProgramStart {

  /**
   * Starts it and does not wait for its end.
   *
   * @param command the program and its arguments; no shell reads them
   * @throws IOException when there is no such program
   */
  Process start(List<String> command) throws IOException;

  /** Starts real programs; their output goes nowhere, so that it never fills a pipe. */
  static ProgramStart real() {
    return command ->
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }
}
