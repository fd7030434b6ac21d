package dev.loopscope.dashboard.words;

import java.util.Map;

/** Kinds of frameworks whose loops look alike to a user, found by the kind of a loop. */
public enum FrameworkFamily {
  NETTY("Netty"),
  VERTX("Vert.x"),
  SELECTOR("Selector loops"),
  POOL("Thread pools"),
  TIMER("Timers"),
  FORK_JOIN("Fork/join pools"),
  COROUTINES("Kotlin coroutines"),
  ACTORS("Actors"),
  SWING("Swing"),
  JAVAFX("JavaFX"),
  VIRTUAL_THREADS("Virtual threads"),
  OTHER("Other loops");

  /** By the first word of a kind, which is usually the name of the plug-in. */
  private static final Map<String, FrameworkFamily> BY_WORD =
      Map.ofEntries(
          Map.entry("netty", NETTY),
          Map.entry("vertx", VERTX),
          Map.entry("selector", SELECTOR),
          Map.entry("executor", POOL),
          Map.entry("scheduled", POOL),
          Map.entry("thread", POOL),
          Map.entry("pool", POOL),
          Map.entry("timer", TIMER),
          Map.entry("forkjoin", FORK_JOIN),
          Map.entry("coroutines", COROUTINES),
          Map.entry("pekko", ACTORS),
          Map.entry("akka", ACTORS),
          Map.entry("swing", SWING),
          Map.entry("javafx", JAVAFX),
          Map.entry("carrier", VIRTUAL_THREADS),
          Map.entry("virtualthread", VIRTUAL_THREADS));

  private final String title;

  FrameworkFamily(String title) {
    this.title = title;
  }

  /** What a user calls it when nothing more exact is known. */
  public String title() {
    return title;
  }

  /** The family of a loop's kind, such as {@code netty-nio}, or of a plug-in's name. */
  public static FrameworkFamily of(String kind) {
    int dash = kind.indexOf('-');
    return BY_WORD.getOrDefault(dash < 0 ? kind : kind.substring(0, dash), OTHER);
  }
}
