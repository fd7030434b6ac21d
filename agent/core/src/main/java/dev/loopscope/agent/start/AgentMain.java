package dev.loopscope.agent.start;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls. With {@link AgentLoader} it is the only class of ours that the application's
 * class loader holds, but for its lambdas, and it lives as long as the process, so it does nothing
 * but keep two things:
 *
 * <ul>
 *   <li>the first Instrumentation: each attach brings another one, but a transformer can only be
 *       removed through the one it was added to;
 *   <li>the session, loaded by a loader of its own beside the application's.
 * </ul>
 *
 * It never throws: the JVM would print an assertion failure on the application's stderr, or not
 * start at all. What went wrong is found in the system property {@link #STATUS}.
 */
public final class AgentMain {
  /**
   * {@code starting} while what looks for late loops is being made, then {@code watching}, or
   * {@code failed: } and a sentence; absent when nobody watches.
   */
  public static final String STATUS = "loopscope.agent";

  /** The argument that ends the session, for those who cannot reach the agent otherwise. */
  public static final String DETACH = "detach";

  private static final String SESSION = "dev.loopscope.agent.start.AgentSession";

  private static @Nullable Instrumentation instrumentation;
  private static @Nullable AutoCloseable session;

  private AgentMain() {}

  /** Called by the JVM for {@code -javaagent:}. */
  public static void premain(@Nullable String arguments, Instrumentation given) {
    String problem = start(arguments == null ? "" : arguments, given);
    if (!problem.isEmpty()) {
      System.err.println("loopscope: " + problem + " The program runs on, unwatched.");
    }
  }

  /** Called by the JVM when somebody attaches. */
  public static void agentmain(@Nullable String arguments, Instrumentation given) {
    start(arguments == null ? "" : arguments, given);
  }

  private static String start(String arguments, Instrumentation given) {
    String problem = "";
    try {
      AutoCloseable running = running();
      if (arguments.equals(DETACH)) {
        if (running != null) {
          running.close();
        }
      } else if (running != null) {
        problem = "This process is already being watched. Detach the other viewer first.";
      } else {
        open(arguments, given);
      }
    } catch (Throwable e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      problem =
          cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }
    if (!problem.isEmpty()) {
      System.setProperty(STATUS, "failed: " + problem);
    }
    return problem;
  }

  private static synchronized @Nullable AutoCloseable running() {
    return session;
  }

  private static synchronized void open(String arguments, Instrumentation given) throws Exception {
    if (instrumentation == null) {
      instrumentation = given;
    }
    URL jar = AgentMain.class.getProtectionDomain().getCodeSource().getLocation();
    AgentLoader loader = new AgentLoader(new File(jar.toURI()));
    boolean open = false;
    System.setProperty(STATUS, "starting");
    AtomicBoolean over = new AtomicBoolean();
    try {
      session =
          (AutoCloseable)
              Class.forName(SESSION, true, loader)
                  .getMethod(
                      "open",
                      String.class,
                      Instrumentation.class,
                      URL.class,
                      Runnable.class,
                      Runnable.class)
                  .invoke(
                      null, arguments, instrumentation, jar, watching(over), closing(loader, over));
      open = true;
    } finally {
      if (!open) {
        loader.close();
      }
    }
  }

  /** A word that comes late must not stand for another session, or for a refusal. */
  private static Runnable watching(AtomicBoolean over) {
    return () -> {
      synchronized (AgentMain.class) {
        if (!over.get()) {
          System.getProperties().replace(STATUS, "starting", "watching");
        }
      }
    };
  }

  private static Runnable closing(AgentLoader loader, AtomicBoolean over) {
    return () -> {
      synchronized (AgentMain.class) {
        over.set(true);
        session = null;
        System.clearProperty(STATUS);
        try {
          loader.close();
        } catch (java.io.IOException e) {
          System.setProperty(STATUS, "failed: could not close the agent jar: " + e.getMessage());
        }
      }
    };
  }
}
