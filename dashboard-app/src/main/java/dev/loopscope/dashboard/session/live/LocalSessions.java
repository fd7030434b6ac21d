package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.attach.AgentLink;
import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.demo.DemoProcess;
import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.ReplaySession;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.protocol.handshake.Token;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Opens sessions from this machine. */
public final class LocalSessions implements SessionOpener {

  private static final int MAX_PORT = 65_535;

  private final AgentLinks links;
  private final BundledJar samples;
  private final AlertCare care;

  /** As the other one, with the settings that hold by default. */
  public LocalSessions(AgentLinks links, BundledJar samples) {
    this(links, samples, AlertCare.by(new CurrentAlertSettings()));
  }

  /**
   * @param links connects to agents
   * @param samples the jar with the demo
   * @param care what is done about alerts in all of these sessions
   */
  public LocalSessions(AgentLinks links, BundledJar samples, AlertCare care) {
    this.links = links;
    this.samples = samples;
    this.care = care;
  }

  @Override
  public Session attach(long pid, Extras extras) throws IOException, InterruptedException {
    AgentLink link = links.attach(pid, extras);
    return start(link, () -> TargetProcess.hasEnded(pid), LocalSessions::nothing);
  }

  /** The target may be on another machine, so nobody can tell whether it still runs. */
  @Override
  public Session connect(String host, int port, String token)
      throws IOException, InterruptedException {
    if (port < 1 || port > MAX_PORT) {
      throw new IOException("There is no port " + port + ": ports are 1 to " + MAX_PORT + ".");
    }
    AgentLink link = links.connect(host, port, token(token));
    if (Thread.interrupted()) {
      link.close();
      throw new InterruptedException("connecting was cancelled");
    }
    return start(link, () -> false, LocalSessions::nothing);
  }

  /** What ends with a session whose process is not ours. */
  private static void nothing() {}

  private static Token token(String text) throws IOException {
    try {
      return Token.of(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Session open(Path file) throws IOException {
    return ReplaySession.open(file, FrameIntake.intoNewStore(care.settings()));
  }

  @Override
  public Session demo() throws IOException, InterruptedException {
    DemoProcess demo = DemoProcess.start(samples);
    try {
      long pid = demo.pid();
      return start(links.attach(pid), () -> TargetProcess.hasEnded(pid), demo::close);
    } catch (IOException | InterruptedException | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private LiveSession start(AgentLink link, BooleanSupplier targetEnded, Runnable companion)
      throws IOException {
    try {
      Endings endings = new Endings(link.hello(), targetEnded);
      return LiveSession.start(
          link, FrameIntake.intoNewStore(care.settings()), new Spool(), care, endings, companion);
    } catch (IOException | RuntimeException e) {
      link.close();
      throw e;
    }
  }
}
