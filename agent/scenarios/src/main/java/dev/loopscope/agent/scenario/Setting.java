package dev.loopscope.agent.scenario;

import java.util.List;

/** What kind of JVM a scenario is played in. */
public enum Setting {
  /** As most are started. */
  PLAIN(List.of("-Xmx256m")),
  /** Collections take long. */
  SLOW_COLLECTIONS(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")),
  /** A debugger may attach. */
  DEBUGGED(
      List.of(
          "-Xmx256m", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"));

  private final List<String> jvmOptions;

  Setting(List<String> jvmOptions) {
    this.jvmOptions = jvmOptions;
  }

  /** How its JVM is started. */
  public List<String> jvmOptions() {
    return jvmOptions;
  }
}
