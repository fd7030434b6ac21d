package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Holds several copies of Netty, each in a class loader of its own, as a server of applications.
 */
public final class LoadersProgram {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Map<String, AutoCloseable> loops = new HashMap<>();

  private LoadersProgram() {}

  public static void main(String[] arguments) throws Exception {
    LoadersProgram program = new LoadersProgram();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(program.answer(line.split(" ", -1)));
    }
    System.exit(0);
  }

  private String answer(String[] words) throws Exception {
    return switch (words[0]) {
      case "load" -> apart(() -> load(words[1], new File(words[2])));
      case "tell" ->
          apart(() -> tell(words[1], String.join(" ", List.of(words).subList(2, words.length))));
      case "drop" -> drop(words[1]);
      case "status" -> String.valueOf(System.getProperty("loopscope.agent"));
      default -> "unknown command";
    };
  }

  /** On a thread that ends, because Netty leaves things in every thread that touches it. */
  private static String apart(Callable<String> work) throws Exception {
    FutureTask<String> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "apart");
    thread.start();
    String answer = task.get();
    thread.join();
    return answer;
  }

  private String load(String name, File libraries) throws Exception {
    List<URL> path = new ArrayList<>();
    path.add(new File("target/test-classes/").toURI().toURL());
    File[] jars = libraries.listFiles();
    if (jars == null) {
      throw new IOException("no directory " + libraries);
    }
    for (File jar : jars) {
      path.add(jar.toURI().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Class<?> type = loader.loadClass("dev.loopscope.agent.it.LoadedLoop");
    loops.put(name, (AutoCloseable) type.getConstructor(String.class).newInstance(name));
    return "loaded";
  }

  @SuppressWarnings("unchecked") // all that it shares with this class is of the JDK
  private String tell(String name, String command) {
    return ((Function<String, String>) loop(name)).apply(command);
  }

  private AutoCloseable loop(String name) {
    return Objects.requireNonNull(loops.get(name), name);
  }

  private String drop(String name) throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(loop(name).getClass().getClassLoader());
    apart(() -> close(name));
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!loader.refersTo(null)) {
      if (System.nanoTime() > deadline) {
        return "kept";
      }
      System.gc();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return "collected";
  }

  private String close(String name) throws Exception {
    AutoCloseable loop = loop(name);
    loops.remove(name);
    loop.close();
    ((URLClassLoader) loop.getClass().getClassLoader()).close();
    return "closed";
  }
}
