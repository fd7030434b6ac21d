package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Holder;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What kept a run from going on, in words that follow "was blocked 340 ms". */
final class CauseWords {

  private final Trace trace;

  CauseWords(Trace trace) {
    this.trace = trace;
  }

  /** As part of a mixed cause, for example {@code in a lock held by "writer" (in Store.flush)}. */
  String part(Stall stall, Share share) {
    return switch (share.cause()) {
      case GC -> "GC" + subject(share);
      case SAFEPOINT -> "in a safepoint";
      case FROZEN -> "frozen from outside";
      case LOCK -> "in " + lock(stall, share);
      case SLEEP -> "asleep";
      case WAIT -> "waiting" + subject(share);
      case BLOCKING_IO -> "in blocking I/O" + subject(share);
      case CPU -> "computing";
      case STARVED -> "waiting for a free processor";
      case UNKNOWN -> "of unknown cause";
    };
  }

  /** Before the method that was seen, for example {@code waiting for a lock in }. */
  static String before(Cause main) {
    return switch (main) {
      case LOCK -> " waiting for a lock in ";
      case CPU -> " computing in ";
      case STARVED -> " waiting for a free processor in ";
      case UNKNOWN, GC, SAFEPOINT, FROZEN, SLEEP, WAIT, BLOCKING_IO -> " in ";
    };
  }

  /** After it: what it was about, for example {@code (db.example.com:5432)}. */
  static String after(Share share) {
    return switch (share.cause()) {
      case BLOCKING_IO, WAIT -> subject(share);
      case UNKNOWN, GC, SAFEPOINT, FROZEN, LOCK, SLEEP, CPU, STARVED -> "";
    };
  }

  private static String subject(Share share) {
    return share.subject().isEmpty() ? "" : " (" + share.subject() + ")";
  }

  private String lock(Stall stall, Share share) {
    if (stall.holders().isEmpty()) {
      return "a lock" + subject(share);
    }
    return "a lock held by " + holder(stall.holders().get(0));
  }

  /** For example {@code "writer" (in Store.flush)}. */
  String holder(Holder holder) {
    String name = '"' + holder.thread() + '"';
    Stack stack = holder.stack() == 0 ? null : trace.stack(holder.stack());
    return stack == null || stack.frames().isEmpty()
        ? name
        : name + " (in " + CodeNames.method(telling(stack.frames())) + ")";
  }

  /** The innermost frame of the user's own code; the innermost of all where there is none. */
  private static StackFrame telling(List<StackFrame> frames) {
    for (StackFrame frame : frames) {
      if (frame.origin() == Origin.APPLICATION) {
        return frame;
      }
    }
    return frames.get(0);
  }

  /** Who waits for whom, for example {@code "a" (in A.f), which waits for "b" (in B.g)}. */
  String chain(Stall stall) {
    List<String> links = new ArrayList<>();
    stall.holders().forEach(holder -> links.add(holder(holder)));
    return String.join(", which waits for ", links);
  }

  /** The class of a lock without its identity, for example {@code Store}. */
  static String lockClass(Holder holder) {
    int at = holder.lock().indexOf('@');
    return CodeNames.type(at < 0 ? holder.lock() : holder.lock().substring(0, at));
  }

  /** One word for lists and programs, for example {@code blocking I/O}. */
  static String word(Cause cause) {
    return switch (cause) {
      case GC -> "GC";
      case BLOCKING_IO -> "blocking I/O";
      case CPU -> "CPU";
      case UNKNOWN, SAFEPOINT, FROZEN, LOCK, SLEEP, WAIT, STARVED ->
          cause.name().toLowerCase(Locale.ROOT);
    };
  }
}
