package dev.loopscope.agent.watch.system;

/** What a system call may wait for. */
public enum CallKind {
  /** No call, or one that says nothing. */
  NONE,
  /** A file, a pipe or a socket, by its descriptor. */
  DESCRIPTOR,
  /** Some of several descriptors, whose list is in memory. */
  DESCRIPTOR_LIST,
  /** A path of the file system. */
  PATH,
  /** A lock or a signal of other threads. */
  THREADS,
  /** A moment in time. */
  TIME,
  /** The end of another process. */
  PROCESS
}
