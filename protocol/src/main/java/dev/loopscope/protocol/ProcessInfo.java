package dev.loopscope.protocol;

/**
 * The watched process, as it describes itself.
 *
 * @param pid the operating system's process id
 * @param name main class or jar, for people; never a whole command line, which may hold secrets
 * @param javaVersion for example {@code "17.0.15"}
 * @param javaVm for example {@code "OpenJDK 64-Bit Server VM"}
 * @param os name and architecture, for example {@code "Linux amd64"}
 * @param cpus processors available to the process
 * @param startedEpochMillis wall clock start of the JVM, milliseconds since the epoch
 */
public record ProcessInfo(
    long pid,
    String name,
    String javaVersion,
    String javaVm,
    String os,
    int cpus,
    long startedEpochMillis) {}
