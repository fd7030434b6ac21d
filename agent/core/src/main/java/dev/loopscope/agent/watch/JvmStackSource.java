package dev.loopscope.agent.watch;

import dev.loopscope.agent.probe.LoopscopeProbe;
import dev.loopscope.agent.probe.LoopscopeThreadReading;
import dev.loopscope.protocol.Limits;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Threads of this JVM.
 *
 * <p>{@code ThreadInfo} without a stack is read without stopping anybody. With one, it is taken
 * while all threads stand still, so that state, lock and stack are of the same moment. From JDK 21
 * on {@code Thread.getStackTrace} stops only the thread itself; the state is then read before and
 * after, and if the two differ the costly way gives the answer. No code of the application's own
 * classes of threads is run, see {@link ForeignIds}.
 */
final class JvmStackSource implements StackSource {

  /** The probe's classes, in whatever package they are in this build. */
  private static final String OURS = LoopscopeProbe.class.getPackageName() + ".Loopscope";

  private static final int FIRST_WITH_HANDSHAKE = 21;
  private static final long[] NOBODY = {};

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final boolean cpuTimes =
      threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
  private final boolean handshakes = Runtime.version().feature() >= FIRST_WITH_HANDSHAKE;
  private final boolean debugged = isDebugged();
  private final LongFunction<@Nullable Thread> byId;
  private final ForeignIds foreignIds = new ForeignIds();

  /**
   * @param byId finds threads that are sampled often; null for all others
   */
  JvmStackSource(LongFunction<@Nullable Thread> byId) {
    this.byId = byId;
  }

  @Override
  public @Nullable ThreadSample sample(long threadId) {
    Thread thread = handshakes ? byId.apply(threadId) : null;
    ThreadSample alone = thread == null ? null : alone(thread, threadId);
    if (alone != null) {
      return alone;
    }
    if (foreignIds.present()) {
      return withoutBeans(threadId, true);
    }
    ThreadInfo info = threads.getThreadInfo(threadId, Limits.MAX_STACK_FRAMES);
    return info == null
        ? null
        : describe(info, threadId).withFrames(withoutOurs(info.getStackTrace()));
  }

  /** A sample that stops one thread, null when it was on the move meanwhile. */
  private @Nullable ThreadSample alone(Thread thread, long threadId) {
    ThreadSample before = peek(threadId);
    StackTraceElement[] stack = capped(thread);
    ThreadSample after = peek(threadId);
    if (before == null || after == null || !before.waitsLike(after) || stack.length == 0) {
      return null;
    }
    return after.withFrames(withoutOurs(stack));
  }

  /** A debugger's agent can only be loaded at the start. */
  private static boolean isDebugged() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(argument -> argument.contains("jdwp"));
  }

  @Override
  public boolean mayBeHeld() {
    return debugged;
  }

  /** Less is known so: neither the lock nor its owner, nor whether a debugger holds the thread. */
  private @Nullable ThreadSample withoutBeans(long threadId, boolean withStack) {
    Thread thread = byId.apply(threadId);
    Thread.State state = thread == null ? null : LoopscopeThreadReading.state(thread);
    if (thread == null || state == null || state == Thread.State.TERMINATED) {
      return null;
    }
    ThreadSample seen = new ThreadSample(state, List.of(), "", 0, "", false, cpuNanos(threadId));
    return withStack ? seen.withFrames(withoutOurs(capped(thread))) : seen;
  }

  private static StackTraceElement[] capped(Thread thread) {
    StackTraceElement[] stack = LoopscopeThreadReading.stack(thread);
    return Arrays.copyOf(stack, Math.min(stack.length, Limits.MAX_STACK_FRAMES));
  }

  @Override
  public @Nullable ThreadSample peek(long threadId) {
    if (foreignIds.present()) {
      return withoutBeans(threadId, false);
    }
    ThreadInfo info = threads.getThreadInfo(threadId, 0);
    return info == null ? null : describe(info, threadId);
  }

  private ThreadSample describe(ThreadInfo info, long threadId) {
    LockInfo lock = info.getLockInfo();
    String owner = info.getLockOwnerName();
    return new ThreadSample(
        info.getThreadState(),
        List.of(),
        lock == null ? "" : lock.toString(),
        owner == null ? 0 : info.getLockOwnerId(),
        owner == null ? "" : owner,
        info.isSuspended(),
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

  @Override
  public long[] deadlocked() {
    if (foreignIds.present()) {
      return NOBODY; // the answer would be made with their getId
    }
    long[] found =
        threads.isSynchronizerUsageSupported()
            ? threads.findDeadlockedThreads()
            : threads.findMonitorDeadlockedThreads();
    return found == null ? NOBODY : found;
  }
}
