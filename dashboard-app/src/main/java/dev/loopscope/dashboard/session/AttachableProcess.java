package dev.loopscope.dashboard.session;

/**
 * A JVM of this machine that could be watched.
 *
 * @param pid the operating system's process id
 * @param name main class or jar, for people; a readable placeholder when the JVM does not tell
 * @param javaVersion for example {@code "17.0.15"}; empty when not known
 * @param attachable whether attaching should work
 * @param reasonIfNot a sentence that says why not and what to do; empty when attachable
 */
public record AttachableProcess(
    long pid, String name, String javaVersion, boolean attachable, String reasonIfNot) {}
