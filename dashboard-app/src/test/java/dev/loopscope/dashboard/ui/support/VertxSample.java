package dev.loopscope.dashboard.ui.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The sample on Vert.x: one file that is no part of a module, compiled when it is needed. */
public final class VertxSample {

  private static final Path SOURCE = Path.of("../agent/samples/vertx/OrderService.java");
  private static final Path JARS = Path.of("../agent/it/frameworks/vertx-5/target/lib");

  public static final String WHY_NOT =
      "no Vert.x in " + JARS + ": it is there once agent/it/frameworks was built";

  private VertxSample() {}

  public static boolean isThere() {
    return Files.isDirectory(JARS);
  }

  /** Compiles and starts it. */
  public static WatchedProgram start(Path folder) throws IOException, InterruptedException {
    String jars = WatchedProgram.jars(JARS);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    int exit =
        compiler.run(null, null, null, "-d", classes.toString(), "-cp", jars, SOURCE.toString());
    if (exit != 0) {
      throw new AssertionError(SOURCE + " does not compile");
    }
    return new WatchedProgram(
        folder,
        Path.of(System.getProperty("java.home")),
        Runtime.version().feature(),
        classes + File.pathSeparator + jars,
        "com.example.orders.OrderService");
  }
}
