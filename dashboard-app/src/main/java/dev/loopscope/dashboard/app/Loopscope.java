package dev.loopscope.dashboard.app;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.Attacher;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.attach.JvmScan;
import dev.loopscope.dashboard.cli.LoopscopeCommandLine;
import dev.loopscope.dashboard.session.clip.ClipFolder;
import dev.loopscope.dashboard.session.live.AlertCare;
import dev.loopscope.dashboard.session.live.LocalSessions;
import dev.loopscope.dashboard.ui.DesktopScreen;
import java.nio.file.Path;

/** The dashboard and its command line. */
public final class Loopscope {

  private Loopscope() {}

  /** Runs the command that {@code arguments} say and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Path cache = BundledJar.userCache();
    JvmScan processes = new JvmScan();
    AgentLinks links =
        new AgentLinks(new Attacher(BundledJar.agent(cache), processes, Attacher.PATIENCE));
    CurrentAlertSettings alertSettings = new CurrentAlertSettings();
    Webhook webhook = new Webhook();
    BundledJar samples = BundledJar.samples(cache);
    AlertCare care = new AlertCare(alertSettings, new ClipFolder(cache.resolve("clips")), webhook);
    DesktopScreen screen =
        new DesktopScreen(
            new LocalSessions(links, samples, care), processes, alertSettings, webhook);
    // Commands write the files that they are asked for and no others: no clips.
    LocalSessions headless = new LocalSessions(links, samples, AlertCare.by(alertSettings));
    System.exit(LoopscopeCommandLine.of(headless, links, processes, screen).execute(arguments));
  }
}
