package dev.loopscope.agent.scenario;

/** What is done to the program from outside while it plays. */
public enum Disturbance {
  NONE,
  /** The process is stopped by a signal and goes on by another. */
  STOPPED,
  /** A debugger suspends the whole JVM. */
  JVM_SUSPENDED,
  /** A debugger suspends the loop's thread alone. */
  LOOP_SUSPENDED
}
