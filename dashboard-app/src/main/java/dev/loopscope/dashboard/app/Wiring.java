package dev.loopscope.dashboard.app;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.AgentLoader;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.cli.LoopscopeCommandLine;
import dev.loopscope.dashboard.cli.Screen;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.session.clip.ClipFolder;
import dev.loopscope.dashboard.session.live.AlertCare;
import dev.loopscope.dashboard.session.live.LocalSessions;
import dev.loopscope.dashboard.ui.DesktopScreen;
import java.nio.file.Path;
import picocli.CommandLine;

/** What is connected to what: the window's side, and the side of commands without one. */
final class Wiring implements AutoCloseable {

  private final CurrentAlertSettings alertSettings = new CurrentAlertSettings();
  private final Webhook webhook = new Webhook();
  private final ProcessList processes;
  private final AgentLinks links;
  private final BundledJar samples;
  private final Path cache;

  /**
   * Nothing is started yet.
   *
   * @param cache the user's cache folder for Loopscope; it need not exist
   */
  Wiring(Path cache, AgentLoader loader, ProcessList processes) {
    this.cache = cache;
    this.processes = processes;
    links = new AgentLinks(loader);
    samples = BundledJar.samples(cache);
  }

  /** Sessions for the window: their alerts keep clips and are told to the webhook. */
  LocalSessions windowSessions() {
    ClipFolder clips = new ClipFolder(cache.resolve("clips"));
    return new LocalSessions(links, samples, new AlertCare(alertSettings, clips, webhook));
  }

  /** Commands write the files that they are asked for and no others: no clips. */
  private LocalSessions commandSessions() {
    return new LocalSessions(links, samples, AlertCare.by(alertSettings));
  }

  DesktopScreen window() {
    return new DesktopScreen(windowSessions(), processes, alertSettings, webhook);
  }

  /**
   * The command line.
   *
   * @param screen as a rule {@link #window}
   */
  CommandLine commandLine(Screen screen) {
    return LoopscopeCommandLine.of(commandSessions(), links, processes, screen);
  }

  /** Sends what the webhook has not sent yet; takes at most two seconds. */
  @Override
  public void close() {
    webhook.close();
  }
}
