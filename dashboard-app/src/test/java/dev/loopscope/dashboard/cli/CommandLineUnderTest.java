package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.AgentLoader;
import dev.loopscope.dashboard.attach.AttachFailedException;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.ReplaySession;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The whole command line over test doubles for processes and screen; recordings are real. */
final class CommandLineUnderTest implements SessionOpener, Screen {

  final List<AttachableProcess> processes = new ArrayList<>();
  final List<StartWith> shown = new ArrayList<>();
  final List<PictureOptions> pictures = new ArrayList<>();
  boolean hasDisplay = true;

  /** What a session that would be live is read from here. */
  @Nullable Path watched;

  AgentLoader loader =
      (pid, options) -> {
        throw new AttachFailedException("There is no process " + pid + ".");
      };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int run(String... arguments) {
    CommandLine line =
        LoopscopeCommandLine.of(
            this,
            new AgentLinks((pid, options) -> loader.load(pid, options)),
            () -> List.copyOf(processes),
            this);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  @Override
  public Session attach(long pid, Extras extras) throws IOException {
    Path file = watched;
    if (file == null) {
      throw new AttachFailedException("There is no process " + pid + ".");
    }
    return open(file);
  }

  @Override
  public Session connect(String host, int port, String token) throws IOException {
    throw new AttachFailedException("No agent answers at " + host + ":" + port + ".");
  }

  @Override
  public Session open(Path file) throws IOException {
    return ReplaySession.open(file, FrameIntake.intoNewStore());
  }

  @Override
  public Session demo() throws IOException {
    return attach(1, Extras.NONE);
  }

  @Override
  public void show(StartWith first) throws NoDisplayException {
    if (!hasDisplay) {
      throw new NoDisplayException("There is no display.", null);
    }
    shown.add(first);
  }

  @Override
  public void picture(Session session, Path file, PictureOptions options) throws IOException {
    pictures.add(options);
    Files.writeString(file, "picture of " + session.title());
  }
}
