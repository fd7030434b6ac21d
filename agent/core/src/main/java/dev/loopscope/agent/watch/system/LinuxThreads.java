package dev.loopscope.agent.watch.system;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads of this process as Linux shows them below {@code /proc/self}. */
public final class LinuxThreads implements SystemThreads {

  private final ProcFiles files;
  private final SystemCalls calls;
  private final Descriptors descriptors;
  private final NativeIds ids;
  private final LongUnaryOperator cpuNanos;
  private final LongSupplier clock;
  private final boolean shows;

  /**
   * @param root {@code /proc/self}; where it is missing, every answer is "unknown"
   * @param architecture as {@code os.arch} names it
   * @param cpuNanos CPU time by {@code Thread.getId()}, -1 unknown
   * @param known all threads that may be asked for
   * @param clock monotonic time
   */
  public LinuxThreads(
      Path root,
      String architecture,
      LongUnaryOperator cpuNanos,
      Supplier<List<KnownThread>> known,
      LongSupplier clock) {
    this.cpuNanos = cpuNanos;
    this.clock = clock;
    files = new ProcFiles(root);
    calls = SystemCalls.of(architecture);
    descriptors = new Descriptors(files);
    ids = new NativeIds(files, cpuNanos, known);
    shows = files.showsThreads();
  }

  @Override
  public long runQueueNanos(long threadId) {
    int id = shows ? ids.of(threadId, clock.getAsLong()) : 0;
    if (id == 0) {
      return -1;
    }
    long before = cpuNanos.applyAsLong(threadId);
    Schedule schedule = Schedule.read(files, id);
    long after = cpuNanos.applyAsLong(threadId);
    return schedule != null && ids.confirms(threadId, before, schedule.cpuNanos(), after)
        ? schedule.runQueueNanos()
        : -1;
  }

  @Override
  public SystemView look(long threadId) {
    int id = shows ? ids.of(threadId, clock.getAsLong()) : 0;
    String status = id == 0 ? null : files.ofThread(id, "stat");
    if (status == null) {
      return SystemView.UNKNOWN;
    }
    char state = state(status);
    String call = state == 'S' || state == 'D' ? files.ofThread(id, "syscall") : null;
    return call == null
        ? new SystemView(state, "", CallKind.NONE, "")
        : call(state, call.split(" ", 8));
  }

  /** The letter after the name, which is in brackets and may itself hold some. */
  private static char state(String status) {
    int at = status.lastIndexOf(')') + 2;
    return at < status.length() ? status.charAt(at) : '?';
  }

  private SystemView call(char state, String[] fields) {
    Long number = number(fields[0], 10);
    SystemCalls.Call call = number == null ? SystemCalls.Call.OTHER : calls.call(number);
    Long first = fields.length > 1 ? number(fields[1], 16) : null;
    boolean onDescriptor =
        call.kind() == CallKind.DESCRIPTOR || call.kind() == CallKind.DESCRIPTOR_LIST;
    return new SystemView(
        state, call.name(), call.kind(), "", first == null || !onDescriptor ? -1 : first);
  }

  @Override
  public SystemView describe(SystemView seen) {
    String subject = seen.argument() == -1 ? "" : subject(seen.kind(), seen.argument());
    return new SystemView(seen.state(), seen.call(), seen.kind(), subject);
  }

  private String subject(CallKind kind, long argument) {
    if (kind == CallKind.DESCRIPTOR) {
      return descriptors.describe((int) argument);
    }
    Integer listed = kind == CallKind.DESCRIPTOR_LIST ? files.memory(argument) : null;
    return listed == null ? "" : descriptors.describe(listed);
  }

  private static @Nullable Long number(String text, int radix) {
    try {
      return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, radix);
    } catch (NumberFormatException e) {
      return null; // "running", or "-1" outside of any call
    }
  }
}
