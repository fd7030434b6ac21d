package dev.loopscope.dashboard.cli;

/** What the process ends with. */
final class ExitCode {

  static final int OK = 0;

  /** It did not work; standard error says why. */
  static final int FAILURE = 1;

  /** The command line was wrong; standard error says how. */
  static final int USAGE = 2;

  /** It worked, and found what the user wanted to be stopped by. */
  static final int FOUND = 3;

  private ExitCode() {}
}
