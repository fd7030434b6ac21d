package dev.loopscope.samples;

import dev.loopscope.samples.blocking.BlockingSample;
import dev.loopscope.samples.chat.ChatSample;
import dev.loopscope.samples.clients.ClientsSample;
import dev.loopscope.samples.demo.DemoSample;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.ownloop.OwnLoopSample;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import dev.loopscope.samples.program.SampleFailure;
import dev.loopscope.samples.program.UsageException;
import dev.loopscope.samples.sleepers.SleepersSample;
import dev.loopscope.samples.virtual.VirtualSample;
import dev.loopscope.samples.window.WindowSample;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the sample that the first argument names. Exit codes: 0, 1 failure, 2 usage. */
public final class SamplesMain {
  private static final OptionSpec LOG =
      new OptionSpec("log", "FILE", "", "also write blocks and sleepers there, as JSON lines");
  private static final List<OptionSpec> COMMON =
      Stream.concat(Lifetime.OPTIONS.stream(), Stream.of(LOG)).toList();

  private final List<Sample> samples =
      List.of(
          new DemoSample(SamplesMain.class),
          new ChatSample(),
          new ClientsSample(),
          new SleepersSample(),
          new BlockingSample(),
          new WindowSample(),
          new VirtualSample(),
          new OwnLoopSample());
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  SamplesMain(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Entry point. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(new SamplesMain(System.in, System.out, System.err).run(Arrays.asList(arguments)));
  }

  int run(List<String> arguments) throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(usage());
      return 0;
    }
    try {
      Sample sample = sampleFor(arguments);
      List<OptionSpec> known = Stream.concat(sample.options().stream(), COMMON.stream()).toList();
      return run(sample, Options.parse(arguments.subList(1, arguments.size()), known));
    } catch (UsageException e) {
      err.println("samples: " + e.getMessage());
      err.println("Try --help for the samples and their options.");
      return 2;
    } catch (SampleFailure e) {
      err.println("samples: " + e.getMessage());
      return 1;
    }
  }

  private int run(Sample sample, Options options) throws SampleFailure, InterruptedException {
    // The lifetime closes last: a shutdown in progress waits for the journal's last lines too.
    try (Lifetime lifetime = Lifetime.begin(options, in);
        Journal journal = journal(options)) {
      return sample.run(options, lifetime, journal);
    }
  }

  private Journal journal(Options options) throws SampleFailure {
    Optional<String> log = options.text(LOG.name());
    if (log.isEmpty()) {
      return Journal.on(out);
    }
    try {
      return Journal.on(out, Path.of(log.get()));
    } catch (IOException e) {
      throw new SampleFailure("cannot write the log: " + e.getMessage());
    }
  }

  private Sample sampleFor(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException("which sample? " + names());
    }
    return samples.stream()
        .filter(sample -> sample.name().equals(arguments.get(0)))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("no sample '" + arguments.get(0) + "'; there are " + names()));
  }

  private String names() {
    return String.join(", ", samples.stream().map(Sample::name).toList());
  }

  private String usage() {
    StringBuilder text = new StringBuilder("Usage: samples SAMPLE [OPTION]...\n");
    for (Sample sample : samples) {
      text.append("\n  ").append(sample.name()).append(": ").append(sample.summary()).append('\n');
      sample.options().forEach(option -> text.append(option.usageLine()).append('\n'));
    }
    text.append("\n  every sample:\n");
    COMMON.forEach(option -> text.append(option.usageLine()).append('\n'));
    return text.toString();
  }
}
