package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Answers a test's commands, one line each, until standard input ends. */
final class ProgramCommands {
  private static final Pattern ALL_CLASSES =
      Pattern.compile("^Total = \\d+\\s+(\\d+)", Pattern.MULTILINE);

  /** Gives the program work and waits until all of it is over. */
  interface Work {
    void doAll(OwnCounts counts, int tasks) throws Exception;
  }

  /** Blocks one of the program's loops, and waits until that is over. */
  interface Block {
    void blockOne(long millis) throws Exception;
  }

  /** Threads of frameworks that come for more work and go when they are idle. */
  private static final List<String> TRANSIENT =
      List.of("globalEventExecutor", "DefaultDispatcher-worker", "program-pekko.actor.");

  private final Work work;
  private final Block block;
  private final @Nullable FrameworkProgram program;

  ProgramCommands(Work work) {
    this(
        work,
        millis -> {
          throw new IOException("this program cannot be told to block");
        });
  }

  ProgramCommands(Work work, Block block) {
    this.work = work;
    this.block = block;
    program = null;
  }

  ProgramCommands(FrameworkProgram program) {
    this.program = program;
    block = program::blockOne;
    work =
        (counts, tasks) -> {
          throw new IOException("this program counts by type: ask it for types");
        };
  }

  void serve() throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    String line = in.readLine();
    while (line != null) {
      System.out.println(answer(line));
      line = in.readLine();
    }
  }

  private String answer(String line) throws Exception {
    String[] words = line.split(" ", -1);
    return switch (words[0]) {
      case "work" -> {
        OwnCounts counts = new OwnCounts();
        work.doAll(counts, Integer.parseInt(words[1]));
        yield counts.toString();
      }
      case "types" -> {
        TypeCounts counts = new TypeCounts();
        Objects.requireNonNull(program).doAll(counts, Integer.parseInt(words[1]));
        yield counts.toString();
      }
      case "block" -> {
        block.blockOne(Long.parseLong(words[1]));
        yield "blocked";
      }
      case "refuse" ->
          "refused=" + Objects.requireNonNull(program).refuse(Integer.parseInt(words[1]));
      case "refused" -> ProbeCounts.refused();
      case "probe" -> ProbeCounts.read();
      case "loops" -> ProbeCounts.describe();
      case "reached" -> ProbeCounts.reached();
      case "forget" -> ProbeCounts.forgetReached();
      case "threads" -> threads();
      case "classes" -> classes();
      case "code" ->
          "saved=" + CaptureAgent.save(Path.of(words[1]), List.of(words).subList(2, words.length));
      case "status" -> String.valueOf(System.getProperty("loopscope.agent"));
      case "visible" -> visible(words[1]);
      default -> throw new IOException("unknown command " + line);
    };
  }

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.equals("Attach Listener")) // the JVM's own, made by the first attach
        .filter(name -> TRANSIENT.stream().noneMatch(name::startsWith))
        .sorted()
        .toList()
        .toString();
  }

  /**
   * Classes of all loaders that are alive. The JVM's own count goes up with each class that is made
   * anew and never down for those, so it tells nothing here.
   */
  private static String classes() throws IOException {
    System.gc();
    String told;
    try {
      told =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "vmClassloaderStats",
                      new Object[] {},
                      new String[] {});
    } catch (JMException e) {
      throw new IOException("The JVM does not tell its class loaders", e);
    }
    Matcher total = ALL_CLASSES.matcher(told);
    if (!total.find()) {
      throw new IOException("No sum of classes in: " + told);
    }
    return total.group(1);
  }

  private static String visible(String className) {
    try {
      Class.forName(className, false, ClassLoader.getSystemClassLoader());
      return "yes";
    } catch (ClassNotFoundException e) {
      return "no";
    }
  }
}
