package dev.loopscope.dashboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.attach.AgentLoader;
import dev.loopscope.dashboard.attach.FakeAgent;
import dev.loopscope.dashboard.cli.PictureOptions;
import dev.loopscope.dashboard.cli.Screen;
import dev.loopscope.dashboard.cli.StartWith;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The window keeps clips of alerts in the cache; commands without a window leave it alone. */
class ClipsOfCommandsTest {

  @TempDir Path folder;

  private final Screen screen =
      new Screen() {
        @Override
        public void show(StartWith first) {
          throw new AssertionError("no window is wanted: " + first);
        }

        @Override
        public void picture(Session session, Path file, PictureOptions options) throws IOException {
          Files.writeString(file, "picture");
        }
      };

  @Test
  void attachInTheWindowKeepsAClipOfEachAlert() throws Exception {
    Path cache = folder.resolve("cache");
    try (Session session = wiring(cache).windowSessions().attach(4711)) {
      session.finish();
      assertThat(session.alerts().alerts()).hasSize(1);
    }
    assertThat(files(cache.resolve("clips")))
        .singleElement()
        .asString()
        .startsWith("alert-")
        .contains("-blocked-worker-")
        .endsWith(".loopscope");
  }

  @Test
  void headlessAttachRecordAndReportLeaveTheCacheAlone() throws Exception {
    Path cache = folder.resolve("cache");
    Path out = folder.resolve("out");
    Path file = folder.resolve("f.loopscope");

    String report =
        run(cache, "attach", "4711", "--headless", "--for", "10s", "--out", out.toString());
    run(cache, "record", "4711", "--for", "10s", "-o", file.toString());
    String again = run(cache, "report", file.toString());

    assertThat(report).contains("worker-2 was blocked 340 ms");
    assertThat(again).contains("worker-2 was blocked 340 ms");
    assertThat(files(out))
        .containsExactlyInAnyOrder("session.loopscope", "dashboard.png", "report.json");
    assertThat(cache).doesNotExist();
  }

  private String run(Path cache, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = wiring(cache).commandLine(screen);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    assertThat(line.execute(arguments)).as(err.toString()).isZero();
    return out.toString();
  }

  /** Attaching starts an agent that tells of a block and then says good-bye. */
  private static Wiring wiring(Path cache) {
    AgentLoader blocked =
        (pid, options) -> {
          Thread agent = new Thread(() -> tell(options), "fake-agent");
          agent.setDaemon(true);
          agent.start();
        };
    return new Wiring(cache, blocked, List::of);
  }

  private static void tell(String options) {
    List<Frame> frames = new ArrayList<>(List.of(Frames.hello(), Frames.names()));
    frames.add(Frames.stall(1, 7, 1000, 1180, 1340));
    frames.add(Frames.waiting(2000));
    frames.add(Frames.bye(2100));
    try (FakeAgent agent = FakeAgent.callBack(options)) {
      agent.send(frames.toArray(Frame[]::new));
      while (agent.receive() != null) {
        // commands of a dashboard that has not read the good-bye yet
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
