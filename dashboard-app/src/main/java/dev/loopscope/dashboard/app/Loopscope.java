package dev.loopscope.dashboard.app;

import dev.loopscope.dashboard.attach.Attacher;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.attach.JvmScan;
import java.nio.file.Path;

/** The dashboard and its command line. */
public final class Loopscope {

  private Loopscope() {}

  /** Runs the command that {@code arguments} say and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Path cache = BundledJar.userCache();
    JvmScan processes = new JvmScan();
    Attacher attacher = new Attacher(BundledJar.agent(cache), processes, Attacher.PATIENCE);
    System.exit(run(new Wiring(cache, attacher, processes), arguments));
  }

  private static int run(Wiring wiring, String... arguments) {
    try (wiring) {
      return wiring.commandLine(wiring.window()).execute(arguments);
    }
  }
}
