package dev.loopscope.dashboard.ui.source;

import dev.loopscope.protocol.Definitions.StackFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens lines of source with the user's command, in the background; says what went wrong. */
public final class SourceOpener implements Consumer<StackFrame> {

  /** Editors hand over to a running one and end, or stay; one that fails does so soon. */
  private static final long FAILS_WITHIN_SECONDS = 5;

  private final Supplier<SourceSettings> settings;
  private final ProgramStart programs;
  private final Executor work;
  private final Executor here;
  private final Consumer<String> problems;

  /**
   * An opener that asks for the settings anew each time.
   *
   * @param work finds files and starts programs
   * @param here runs {@code problems} on the thread of the window
   * @param problems gets sentences about what went wrong
   */
  public SourceOpener(
      Supplier<SourceSettings> settings,
      ProgramStart programs,
      Executor work,
      Executor here,
      Consumer<String> problems) {
    this.settings = settings;
    this.programs = programs;
    this.work = work;
    this.here = here;
    this.problems = problems;
  }

  @Override
  public void accept(StackFrame frame) {
    SourceSettings now = settings.get();
    work.execute(() -> open(now, frame));
  }

  private void open(SourceSettings now, StackFrame frame) {
    try {
      SourceCommand command = SourceCommand.parse(now.command());
      Path file = command.needsFile() ? new SourceFolders(now.roots()).find(frame) : null;
      start(command.fill(frame, file), file);
    } catch (SourceProblem problem) {
      here.execute(() -> problems.accept(problem.sentence()));
    }
  }

  private void start(List<String> command, @Nullable Path file) throws SourceProblem {
    Process process;
    try {
      process = programs.start(command);
    } catch (IOException e) {
      throw new SourceProblem(
          "\""
              + command.get(0)
              + "\" could not be started ("
              + e.getMessage()
              + "). Check the command for opening source in the settings.",
          e);
    }
    try {
      if (process.waitFor(FAILS_WITHIN_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw new SourceProblem(
            String.join(" ", command)
                + " ended with "
                + process.exitValue()
                + (file == null ? "" : " instead of showing " + file.getFileName())
                + ". Check the command for opening source in the settings.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
