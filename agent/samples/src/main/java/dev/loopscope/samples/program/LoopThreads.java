package dev.loopscope.samples.program;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the threads of one loop group {@code chat-worker-1}, {@code chat-worker-2}, … */
public final class LoopThreads extends DefaultThreadFactory {
  private final String group;
  private final AtomicInteger last = new AtomicInteger();

  public LoopThreads(String group) {
    super(group);
    this.group = group;
  }

  @Override
  protected Thread newThread(Runnable work, String nettysName) {
    return super.newThread(work, group + "-" + last.incrementAndGet());
  }
}
