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
    AlertCare care = new AlertCare(alertSettings, new ClipFolder(cache.resolve("clips")), webhook);
    LocalSessions sessions = new LocalSessions(links, BundledJar.samples(cache), care);
    DesktopScreen screen = new DesktopScreen(sessions, processes, alertSettings, webhook);
    System.exit(LoopscopeCommandLine.of(sessions, links, processes, screen).execute(arguments));
  }
}
