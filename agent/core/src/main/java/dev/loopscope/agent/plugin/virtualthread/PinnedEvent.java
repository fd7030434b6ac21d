package dev.loopscope.agent.plugin.virtualthread;

import java.util.List;

/**
 * What JFR says of one wait that kept a carrier; known to nobody but this package.
 *
 * @param carrierThreadId 0 where this JDK does not say
 * @param stack innermost frame first
 */
record PinnedEvent(
    long fromNanos,
    long toNanos,
    String thread,
    long threadId,
    long carrierThreadId,
    String reason,
    List<StackTraceElement> stack) {

  PinnedEvent {
    stack = List.copyOf(stack);
  }
}
