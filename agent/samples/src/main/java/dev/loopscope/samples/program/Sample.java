package dev.loopscope.samples.program;

import dev.loopscope.samples.journal.Journal;
import java.util.List;

/** A program that the command line can start by its name. */
public interface Sample {

  String name();

  /** One line for the usage text. */
  String summary();

  /** The sample's own options, without those that every sample has. */
  List<OptionSpec> options();

  /**
   * Runs on the main thread until the sample is through or its lifetime is over, and leaves nothing
   * running.
   *
   * @return the process's exit code
   * @throws SampleFailure if it cannot do its job
   * @throws UsageException if an option's value cannot be used
   */
  int run(Options options, Lifetime lifetime, Journal journal)
      throws SampleFailure, InterruptedException;
}
