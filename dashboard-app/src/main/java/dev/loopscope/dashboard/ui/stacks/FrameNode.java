package dev.loopscope.dashboard.ui.stacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A frame with what it was seen to call: a call tree of samples. At the top stand the frames to
 * blame. Built by one thread, then only read.
 */
public final class FrameNode {

  private final String text;
  private final Map<String, FrameNode> callees = new LinkedHashMap<>();
  private long samples;
  private long blockedNanos;

  FrameNode(String text) {
    this.text = text;
  }

  /** The frame below this one; counts one sample that stands for {@code nanos}. */
  FrameNode count(String frame, long nanos) {
    FrameNode node = callees.computeIfAbsent(frame, FrameNode::new);
    node.samples++;
    node.blockedNanos += nanos;
    return node;
  }

  /** The frame as people read it. */
  public String text() {
    return text;
  }

  /** How many samples went through this frame. */
  public long samples() {
    return samples;
  }

  /** Blocked time that these samples stand for, estimated: a stall's time shared by its samples. */
  public long blockedNanos() {
    return blockedNanos;
  }

  /** What it called, most time first. */
  public List<FrameNode> callees() {
    List<FrameNode> sorted = new ArrayList<>(callees.values());
    sorted.sort(Comparator.comparingLong(FrameNode::blockedNanos).reversed());
    return sorted;
  }
}
