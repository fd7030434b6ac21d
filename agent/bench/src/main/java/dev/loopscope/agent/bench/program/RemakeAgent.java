package dev.loopscope.agent.bench.program;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;

/**
 * An agent that has the JVM make {@link Object} anew, with the code that it has, and does nothing
 * else. Nearly all compiled code has its constructor inside, so the JVM gives that code up and
 * compiles it again.
 */
public final class RemakeAgent {
  private RemakeAgent() {}

  /** Called by the JVM. */
  public static void agentmain(String arguments, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    instrumentation.retransformClasses(Object.class);
  }

  /** Writes a jar that only names this class. */
  public static Path jar() throws IOException {
    return BlankAgent.jar(RemakeAgent.class, true);
  }
}
