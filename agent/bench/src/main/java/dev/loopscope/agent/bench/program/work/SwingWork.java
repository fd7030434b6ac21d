package dev.loopscope.agent.bench.program.work;

import java.awt.EventQueue;

/** Events of a window system without a screen. */
final class SwingWork implements Work {
  @Override
  public void start(Flow flow) {
    System.setProperty("java.awt.headless", "true");
    flow.add(EventQueue::invokeLater);
  }
}
