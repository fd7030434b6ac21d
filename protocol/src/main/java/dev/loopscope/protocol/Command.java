package dev.loopscope.protocol;

/** A frame that goes from the dashboard to the agent. In a recording it notes a changed setting. */
public sealed interface Command extends Frame {

  /** Use these settings from now on. */
  record Configure(Settings settings) implements Command {}

  /** Leave the target: restore its classes, end every thread, close the connection. */
  record Detach() implements Command {}
}
