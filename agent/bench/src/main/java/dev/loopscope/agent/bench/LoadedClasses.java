package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classes of another process, as {@code jcmd VM.classloader_stats} counts them loader by loader.
 * {@code ClassLoadingMXBean} counts a class once more each time it is made anew by
 * retransformation, and never down for those.
 *
 * @param agentLoaders the agent's class loaders that are not collected yet
 * @param all classes of all loaders, hidden ones too
 */
record LoadedClasses(long agentLoaders, long all) {
  private static final Pattern LOADER =
      Pattern.compile("^0x.* dev\\.loopscope\\.agent\\.start\\.AgentLoader$", Pattern.MULTILINE);
  private static final Pattern TOTAL =
      Pattern.compile("^Total = \\d+\\s+(\\d+)", Pattern.MULTILINE);

  static LoadedClasses of(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "VM.classloader_stats")
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd could not count the classes of process " + pid + ": " + told);
    }
    return read(told);
  }

  /**
   * Reads what jcmd says.
   *
   * @throws IOException when it is not what is known
   */
  static LoadedClasses read(String told) throws IOException {
    Matcher total = TOTAL.matcher(told);
    if (!total.find()) {
      throw new IOException("jcmd told no sum of classes, but: " + told);
    }
    return new LoadedClasses(
        LOADER.matcher(told).results().count(), Long.parseLong(total.group(1)));
  }
}
