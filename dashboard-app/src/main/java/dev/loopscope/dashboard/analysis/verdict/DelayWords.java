package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayExplanation.TypeShare;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import java.util.ArrayList;
import java.util.List;

/** Says what filled the time for which something waited. */
public final class DelayWords {

  /** What takes less of the time is not worth a word. */
  private static final double WORTH_A_WORD = 0.1;

  private static final int MAX_TYPES = 2;

  private DelayWords() {}

  /** For example {@code waited 80 ms behind 412 runs, 71 % FlushTask}. */
  public static String waited(DelayExplanation why) {
    return "waited " + Durations.text(why.span().lengthNanos()) + " " + behind(why);
  }

  /** For example {@code behind 412 runs, 71 % FlushTask, 12 % GC or another pause}. */
  public static String behind(DelayExplanation why) {
    List<String> parts = new ArrayList<>();
    for (TypeShare type : why.types()) {
      if (parts.size() < MAX_TYPES && why.share(type.nanos()) >= WORTH_A_WORD) {
        parts.add(part(why, type.nanos(), type.type() == 0 ? "other tasks" : name(type)));
      }
    }
    addIfMuch(parts, why, why.ioNanos(), "I/O");
    addIfMuch(parts, why, why.pausedNanos(), "the JVM standing still");
    addIfMuch(parts, why, why.restNanos(), "nothing known");
    if (why.runs() == 0 && parts.size() < 2 && why.share(why.restNanos()) >= WORTH_A_WORD) {
      return "while nothing known ran there";
    }
    String runs =
        why.runs() == 0 ? "behind no run" : "behind " + Counts.of(why.runs(), "run", "runs");
    return parts.isEmpty() ? runs : runs + ", " + String.join(", ", parts);
  }

  /** The type that took most of the time; empty when none did. */
  public static String mainType(DelayExplanation why) {
    return why.types().isEmpty() || why.types().get(0).type() == 0 ? "" : name(why.types().get(0));
  }

  private static String name(TypeShare type) {
    return CodeNames.type(type.typeName());
  }

  private static void addIfMuch(List<String> parts, DelayExplanation why, long nanos, String what) {
    if (why.share(nanos) >= WORTH_A_WORD) {
      parts.add(part(why, nanos, what));
    }
  }

  private static String part(DelayExplanation why, long nanos, String what) {
    return Counts.percent(why.share(nanos)) + " " + what;
  }
}
