package dev.loopscope.dashboard.words;

import dev.loopscope.protocol.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the virtual threads of a process are doing, as one line. */
public final class VirtualThreadWords {

  private VirtualThreadWords() {}

  /**
   * For example {@code "3 of 4 carriers busy · 120 waiting for one · 1,204 started, 1,100 ended · 3
   * pinned"}; what is not known is left out.
   */
  public static String of(VirtualThreads threads) {
    List<String> words = new ArrayList<>();
    if (threads.carriers() >= 0 && threads.busyCarriers() >= 0) {
      words.add(threads.busyCarriers() + " of " + threads.carriers() + " carriers busy");
    } else if (threads.parallelism() >= 0) {
      words.add("at most " + threads.parallelism() + " carriers");
    }
    if (threads.queued() > 0) {
      words.add(count(threads.queued()) + " waiting for one");
    }
    if (threads.started() >= 0) {
      String ended = threads.ended() < 0 ? "" : ", " + count(threads.ended()) + " ended";
      words.add(count(threads.started()) + " started" + ended);
    }
    if (threads.pinned() > 0) {
      words.add(count(threads.pinned()) + " pinned");
    }
    return String.join(" · ", words);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
