package dev.loopscope.agent.watch.system;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The calls that a thread of a JVM may wait in, by their numbers on this kind of processor: Linux
 * numbers them differently on each.
 */
final class SystemCalls {

  /** A system call. */
  record Call(String name, CallKind kind) {
    static final Call OTHER = new Call("", CallKind.NONE);
  }

  private final Map<Long, Call> byNumber = new HashMap<>();

  private SystemCalls() {}

  /**
   * The calls of a processor.
   *
   * @param architecture as {@code os.arch} names it; none are known for others than amd64 and
   *     aarch64
   */
  static SystemCalls of(String architecture) {
    return switch (architecture.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> amd64();
      case "aarch64" -> aarch64();
      default -> new SystemCalls();
    };
  }

  Call call(long number) {
    return byNumber.getOrDefault(number, Call.OTHER);
  }

  private static SystemCalls amd64() {
    return new SystemCalls()
        .add(CallKind.DESCRIPTOR, 0, "read", 1, "write", 17, "pread", 18, "pwrite")
        .add(CallKind.DESCRIPTOR, 19, "readv", 20, "writev", 295, "preadv", 296, "pwritev")
        .add(CallKind.DESCRIPTOR, 45, "recvfrom", 44, "sendto", 47, "recvmsg", 46, "sendmsg")
        .add(CallKind.DESCRIPTOR, 42, "connect", 43, "accept", 288, "accept4")
        .add(CallKind.DESCRIPTOR, 74, "fsync", 75, "fdatasync", 72, "fcntl", 73, "flock")
        .add(CallKind.DESCRIPTOR, 40, "sendfile", 3, "close", 77, "ftruncate", 285, "fallocate")
        .add(CallKind.DESCRIPTOR, 232, "epoll_wait", 281, "epoll_pwait", 16, "ioctl")
        .add(CallKind.DESCRIPTOR_LIST, 7, "poll", 271, "ppoll")
        .add(CallKind.PATH, 2, "open", 257, "openat", 4, "stat", 262, "newfstatat", 87, "unlink")
        .add(CallKind.PATH, 82, "rename", 83, "mkdir", 332, "statx", 26, "msync")
        .add(CallKind.THREADS, 202, "futex")
        .add(CallKind.TIME, 35, "nanosleep", 230, "clock_nanosleep")
        .add(CallKind.PROCESS, 61, "wait4", 247, "waitid");
  }

  private static SystemCalls aarch64() {
    return new SystemCalls()
        .add(CallKind.DESCRIPTOR, 63, "read", 64, "write", 67, "pread", 68, "pwrite")
        .add(CallKind.DESCRIPTOR, 65, "readv", 66, "writev", 69, "preadv", 70, "pwritev")
        .add(CallKind.DESCRIPTOR, 207, "recvfrom", 206, "sendto", 212, "recvmsg", 211, "sendmsg")
        .add(CallKind.DESCRIPTOR, 203, "connect", 202, "accept", 242, "accept4")
        .add(CallKind.DESCRIPTOR, 82, "fsync", 83, "fdatasync", 25, "fcntl", 32, "flock")
        .add(CallKind.DESCRIPTOR, 71, "sendfile", 57, "close", 46, "ftruncate", 47, "fallocate")
        .add(CallKind.DESCRIPTOR, 22, "epoll_pwait", 29, "ioctl")
        .add(CallKind.DESCRIPTOR_LIST, 73, "ppoll")
        .add(CallKind.PATH, 56, "openat", 79, "newfstatat", 35, "unlinkat", 276, "renameat2")
        .add(CallKind.PATH, 34, "mkdirat", 291, "statx", 227, "msync")
        .add(CallKind.THREADS, 98, "futex")
        .add(CallKind.TIME, 101, "nanosleep", 115, "clock_nanosleep")
        .add(CallKind.PROCESS, 260, "wait4", 95, "waitid");
  }

  /** Pairs of number and name. */
  private SystemCalls add(CallKind kind, Object... numbersAndNames) {
    for (int i = 0; i < numbersAndNames.length; i += 2) {
      long number = (Integer) numbersAndNames[i];
      byNumber.put(number, new Call((String) numbersAndNames[i + 1], kind));
    }
    return this;
  }
}
