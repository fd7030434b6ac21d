package dev.loopscope.agent.watch;

import dev.loopscope.agent.probe.LoopscopeProbe;
import dev.loopscope.protocol.Limits;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads of this JVM. {@code ThreadInfo} and not {@code Thread.getStackTrace}, because state, lock
 * and stack must belong to the same moment.
 */
final class JvmStackSource implements StackSource {

  /** The probe's classes, in whatever package they are in this build. */
  private static final String OURS = LoopscopeProbe.class.getPackageName() + ".Loopscope";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final boolean cpuTimes =
      threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();

  @Override
  public @Nullable ThreadSample sample(long threadId) {
    ThreadInfo info = threads.getThreadInfo(threadId, Limits.MAX_STACK_FRAMES);
    if (info == null) {
      return null;
    }
    LockInfo lock = info.getLockInfo();
    String owner = info.getLockOwnerName();
    return new ThreadSample(
        info.getThreadState(),
        withoutOurs(info.getStackTrace()),
        lock == null ? "" : lock.toString(),
        owner == null ? "" : owner,
        cpuNanos(threadId));
  }

  /** A hook that was sampled on its way is no news: the frame that it was woven into is. */
  static List<StackTraceElement> withoutOurs(StackTraceElement[] stack) {
    return Arrays.stream(stack).filter(frame -> !frame.getClassName().startsWith(OURS)).toList();
  }

  @Override
  public long cpuNanos(long threadId) {
    return cpuTimes ? threads.getThreadCpuTime(threadId) : -1;
  }
}
