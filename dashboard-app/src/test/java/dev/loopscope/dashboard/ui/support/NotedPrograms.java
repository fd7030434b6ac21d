package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.ui.source.ProgramStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes which programs would have been started, and starts one that ends well instead, or none. */
public final class NotedPrograms implements ProgramStart {

  public final List<List<String>> commands = new CopyOnWriteArrayList<>();

  /** Why no program can be started; null while they can. */
  public volatile @Nullable String refusal;

  @Override
  public Process start(List<String> command) throws IOException {
    commands.add(command);
    String why = refusal;
    if (why != null) {
      throw new IOException(why);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-version")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
