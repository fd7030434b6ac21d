package dev.loopscope.agent.bench.program;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process as large as a usual server: classes of the JDK until there are as many as the argument
 * says, and a busy Netty loop. Commands: {@code classes} answers how many are loaded.
 */
public final class ManyClassesProgram {
  private static final List<String> MODULES =
      List.of("java.base", "java.xml", "java.net.http", "java.logging", "java.desktop");
  private static final int TASKS_A_MILLISECOND = 100;

  private ManyClassesProgram() {}

  public static void main(String[] arguments) throws Exception {
    EventLoop loop = new NioEventLoopGroup(1).next();
    loop.scheduleAtFixedRate(
        () -> {
          for (int i = 0; i < TASKS_A_MILLISECOND; i++) {
            loop.execute(() -> {});
          }
        },
        1,
        1,
        TimeUnit.MILLISECONDS);
    for (String module : MODULES) {
      load(module, Integer.parseInt(arguments[0]));
    }
    Commands.serve(command -> String.valueOf(loaded()));
  }

  private static int loaded() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  private static void load(String module, int enough) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .takeWhile(file -> loaded() < enough)
          .forEach(ManyClassesProgram::load);
    }
  }

  private static void load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, ManyClassesProgram.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return; // one that needs what is not here is one fewer to load
    }
  }
}
