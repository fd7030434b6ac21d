package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.attach.AgentLink;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.session.SessionTitle;
import dev.loopscope.dashboard.session.clip.Clips;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A session of a running process. Its reader thread hands every frame to the intake and to the
 * spool, so that what is shown and what is saved are the same.
 */
final class LiveSession implements Session {

  /** How long the agent may take to send its last frames after it was asked to leave. */
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final AgentLink link;
  private final FrameIntake intake;
  private final SpoolRecorder recorder;
  private final AlertDuty duty;
  private final Endings endings;
  private final Runnable companion;
  private final String title;
  private final ExecutorService commands;
  private final Queue<Command.Configure> configured = new ConcurrentLinkedQueue<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean leaving = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable SessionStatus ending;

  private LiveSession(
      AgentLink link,
      FrameIntake intake,
      Spool spool,
      AlertCare care,
      Endings endings,
      Runnable companion) {
    this.link = link;
    this.intake = intake;
    recorder = new SpoolRecorder(spool);
    duty = new AlertDuty(care, link.hello(), intake, recorder);
    this.endings = endings;
    this.companion = companion;
    title = SessionTitle.of(link.hello());
    commands =
        Executors.newSingleThreadExecutor(work -> daemon(work, "loopscope-commands-" + pid()));
  }

  /**
   * Begins to read.
   *
   * @param link owned by the session from now on
   * @param intake a fresh one
   * @param spool a fresh one, owned by the session from now on
   * @param care what is done about alerts
   * @param endings says why the stream ended
   * @param companion what ends with the session, after the agent has left
   */
  static LiveSession start(
      AgentLink link,
      FrameIntake intake,
      Spool spool,
      AlertCare care,
      Endings endings,
      Runnable companion) {
    LiveSession session = new LiveSession(link, intake, spool, care, endings, companion);
    session.take(link.hello());
    daemon(session::read, "loopscope-session-" + session.pid()).start();
    return session;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private long pid() {
    return link.hello().process().pid();
  }

  private void read() {
    try {
      SessionStatus last = readAndSayWhy();
      intake.end();
      ending = last;
    } catch (RuntimeException e) {
      ending = endings.of(e);
    } finally {
      duty.end();
      link.close();
      finished.countDown();
    }
  }

  /** Why there is nothing more to read. */
  private SessionStatus readAndSayWhy() {
    try {
      return endings.of(readToEnd());
    } catch (IOException e) {
      return leaving.get() ? endings.left() : endings.of(e);
    } catch (RuntimeException e) {
      return endings.of(e);
    }
  }

  private @Nullable Bye readToEnd() throws IOException {
    for (Frame frame = link.read(); frame != null; frame = link.read()) {
      takeConfigured();
      take(frame);
      if (frame instanceof Bye bye) {
        return bye;
      }
    }
    return null;
  }

  private void takeConfigured() {
    for (Frame change = configured.poll(); change != null; change = configured.poll()) {
      take(change);
    }
  }

  private void take(Frame frame) {
    intake.accept(frame);
    recorder.write(frame);
    duty.afterFrame();
  }

  @Override
  public Trace trace() {
    return intake.trace();
  }

  @Override
  public AlertLog alerts() {
    return intake.alerts();
  }

  @Override
  public SessionStatus status() {
    SessionStatus end = ending;
    return end != null ? end : new SessionStatus(Phase.LIVE, problem(), 1);
  }

  private String problem() {
    return recorder.problem().isEmpty() ? duty.problem() : recorder.problem();
  }

  @Override
  public Clips clips() {
    return duty.clips();
  }

  @Override
  public String title() {
    return title;
  }

  /** Also after the process has ended: the data came from it, not from a file. */
  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public void saveTo(Path file) throws IOException {
    recorder.saveTo(file);
  }

  /** Sends the settings from a thread of its own; the trace has them with the next frame. */
  @Override
  public void configure(Settings settings) {
    if (ending != null || leaving.get()) {
      throw new IllegalStateException(
          title + " is not watched any more, so it cannot be configured. Attach again.");
    }
    Command.Configure command = new Command.Configure(settings);
    commands.execute(() -> send(command));
  }

  private void send(Command.Configure command) {
    try {
      link.send(command);
      configured.add(command);
    } catch (IOException e) {
      // The reader sees the same broken connection and says so; closing makes sure of it.
      link.close();
    }
  }

  @Override
  public void finish() {
    if (leaving.compareAndSet(false, true)) {
      commands.shutdown();
      link.requestDetach();
    }
    if (!awaitFinished()) {
      link.close();
      awaitFinished();
    }
  }

  @Override
  public void close() {
    finish();
    if (closed.compareAndSet(false, true)) {
      duty.close();
      recorder.close();
      companion.run();
    }
  }

  private boolean awaitFinished() {
    try {
      return finished.await(GOODBYE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
