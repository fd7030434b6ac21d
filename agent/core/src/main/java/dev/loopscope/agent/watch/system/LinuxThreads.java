package dev.loopscope.agent.watch.system;

import dev.loopscope.agent.watch.system.ThreadFiles.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads of this process as Linux shows them below {@code /proc/self}. */
public final class LinuxThreads implements SystemThreads {

  private final ProcFiles files;
  private final ThreadFiles threadFiles;
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
    threadFiles = new ThreadFiles(root);
    calls = SystemCalls.of(architecture);
    descriptors = new Descriptors(files);
    ids = new NativeIds(files, cpuNanos, known);
    shows = files.showsThreads();
  }

  @Override
  public boolean answersAtOnce(long threadId) {
    return !shows || !ids.searchesFor(threadId, clock.getAsLong());
  }

  @Override
  public long runQueueNanos(long threadId) {
    int id = shows ? ids.of(threadId, clock.getAsLong()) : 0;
    if (id == 0) {
      return -1;
    }
    long before = cpuNanos.applyAsLong(threadId);
    FirstBytes schedule = threadFiles.read(id, Kind.SCHEDULE);
    long after = cpuNanos.applyAsLong(threadId);
    return schedule != null && ids.confirms(threadId, before, schedule.number(0), after)
        ? schedule.number(1)
        : -1;
  }

  @Override
  public char state(long threadId) {
    int id = shows ? ids.of(threadId, clock.getAsLong()) : 0;
    FirstBytes status = id == 0 ? null : threadFiles.read(id, Kind.STATUS);
    // the letter after the name, which is in brackets and may itself hold some
    return status == null ? SystemView.UNKNOWN.state() : status.behindLast(')', 2);
  }

  @Override
  public SystemView look(long threadId) {
    char state = state(threadId);
    if (state == SystemView.UNKNOWN.state()) {
      return SystemView.UNKNOWN;
    }
    FirstBytes call =
        state == 'S' || state == 'D'
            ? threadFiles.read(ids.of(threadId, clock.getAsLong()), Kind.CALL)
            : null;
    return call == null
        ? new SystemView(state, "", CallKind.NONE, "")
        : call(state, call.text().split(" ", 8));
  }

  @Override
  public void close() {
    threadFiles.close();
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
