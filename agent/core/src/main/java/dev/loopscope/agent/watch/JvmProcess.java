package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.watch.system.FirstBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** This process. */
final class JvmProcess implements ProcessSource {

  /** On Linux: time on a CPU, time waiting for one, time slices of the reading thread. */
  private static final Path SCHEDULE = Path.of("/proc/thread-self/schedstat");

  private final byte[] buffer = new byte[128];

  private long ownCpuNanos = -1;

  /** Opened by the watcher's thread, so that it stays the watcher's. */
  private @Nullable RandomAccessFile scheduleFile;

  private final com.sun.management.@Nullable OperatingSystemMXBean system;
  private final @Nullable Object hotspot;
  private final @Nullable Method safepointMillis;
  private final ErrorLog errors;
  private boolean schedule = Files.isReadable(SCHEDULE);

  JvmProcess(ErrorLog errors) {
    this.errors = errors;
    system =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean bean
            ? bean
            : null;
    Object bean = null;
    Method method = null;
    try {
      // an internal bean: there when the agent could open its package, otherwise we do without
      Class<?> helper = Class.forName("sun.management.ManagementFactoryHelper");
      bean = helper.getMethod("getHotspotRuntimeMBean").invoke(null);
      method =
          Class.forName("sun.management.HotspotRuntimeMBean").getMethod("getTotalSafepointTime");
      method.invoke(bean);
    } catch (ReflectiveOperationException | LinkageError e) {
      method = null;
    }
    hotspot = bean;
    safepointMillis = method;
  }

  @Override
  public long cpuNanos() {
    return system == null ? -1 : system.getProcessCpuTime();
  }

  @Override
  public long safepointNanos() {
    if (safepointMillis == null) {
      return -1;
    }
    try {
      return (Long) safepointMillis.invoke(hotspot) * 1_000_000L;
    } catch (ReflectiveOperationException e) {
      errors.count("reading the safepoint time", e);
      return -1;
    }
  }

  @Override
  public long runQueueNanos() {
    if (!schedule) {
      return -1;
    }
    try {
      RandomAccessFile file = scheduleFile;
      if (file == null) {
        file = new RandomAccessFile(SCHEDULE.toFile(), "r");
        scheduleFile = file;
      }
      file.seek(0);
      int length = file.read(buffer);
      FirstBytes times = new FirstBytes(buffer, Math.max(0, length));
      ownCpuNanos = times.number(0);
      return times.number(1);
    } catch (IOException | RuntimeException e) {
      schedule = false;
      errors.count("reading " + SCHEDULE, e);
      return -1;
    }
  }

  @Override
  public long ownCpuNanos() {
    return ownCpuNanos;
  }

  @Override
  public void close() {
    try {
      if (scheduleFile != null) {
        scheduleFile.close();
      }
    } catch (IOException e) {
      errors.count("closing " + SCHEDULE, e);
    }
  }
}
