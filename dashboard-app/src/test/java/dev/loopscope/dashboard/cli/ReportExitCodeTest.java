package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what {@code report} ends, for those who run it in a build. */
class ReportExitCodeTest {

  @TempDir Path folder;

  private final CommandLineUnderTest line = new CommandLineUnderTest();

  @Test
  void alertsAreNoFailureUnlessTheUserSaysSo() throws IOException {
    assertThat(line.run("report", blocked().toString())).isZero();
    assertThat(line.out()).contains("was blocked 340 ms");
  }

  @Test
  void alertOfANamedRuleIsExitCodeThreeWithTheWorstOfThem() throws IOException {
    int exit = line.run("report", blocked().toString(), "--fail-on", "starved,Blocked");
    assertThat(exit).isEqualTo(ExitCode.FOUND).isEqualTo(3);
    assertThat(line.out()).contains("Longest runs");
    assertThat(line.err())
        .startsWith(
            "loopscope: 1 alert of the rules that --fail-on names (1 blocked). The worst: worker-2"
                + " was blocked 340 ms");
  }

  @Test
  void anyMeansAllRulesAndOtherRulesDoNotCount() throws IOException {
    String file = blocked().toString();
    assertThat(line.run("report", file, "--json", "--fail-on", "any")).isEqualTo(ExitCode.FOUND);
    assertThat(line.run("report", file, "--fail-on", "deadlock", "--fail-on", "lost")).isZero();
  }

  @Test
  void alertThatIsNoLongerListedStillCounts() throws IOException {
    Path file = folder.resolve("many.loopscope");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      writer.write(Frames.hello());
      writer.write(Frames.names());
      writer.write(new Pause(Pause.Cause.GC, 10 * Frames.MS, 100 * Frames.MS, "G1"));
      for (int i = 1; i <= 10_000; i++) {
        long start = 1000L + i * 100L;
        writer.write(Frames.stall(i, i, start, start + 60, start + 60));
      }
      writer.write(Frames.bye(1_002_000));
    }
    assertThat(line.run("report", file.toString(), "--fail-on", "pause")).isEqualTo(ExitCode.FOUND);
    assertThat(line.err())
        .isEqualToNormalizingNewlines(
            "loopscope: 1 alert of the rules that --fail-on names (1 pause). The worst: The JVM"
                + " stood still for 90 ms: garbage collection (G1)\n");
    assertThat(line.out()).contains("Alerts (10,001)").contains("--json has the newest.");
  }

  @Test
  void ruleThatDoesNotExistIsWrongUseAndNamesThoseThatDo() throws IOException {
    assertThat(line.run("report", blocked().toString(), "--fail-on", "blocke"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .startsWith("There is no rule \"blocke\". Choose from blocked, starved, failing")
        .contains("or write any");
  }

  @Test
  void damagedRecordingIsReportedUpToTheDamageAndIsExitCodeOne() throws IOException {
    Path file = blocked();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length * 2 / 3] ^= 0x55;
    Files.write(file, bytes);
    assertThat(line.run("report", file.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(line.out()).contains("was blocked 340 ms");
    assertThat(line.err()).startsWith("loopscope: ").contains("damaged at byte");

    assertThat(line.run("report", file.toString(), "--fail-on", "blocked"))
        .isEqualTo(ExitCode.FOUND);
    assertThat(line.run("report", file.toString(), "--fail-on", "lost"))
        .isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void recordingThatWasNotClosedIsAFailureOnlyForWhoeverWantsToBeStopped() throws IOException {
    Path file = blocked();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    assertThat(line.run("report", file.toString())).isZero();
    assertThat(line.err()).startsWith("loopscope: ").contains("was not closed");
    assertThat(line.run("report", file.toString(), "--fail-on", "lost"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.run("report", file.toString(), "--fail-on", "blocked"))
        .isEqualTo(ExitCode.FOUND);
  }

  @Test
  void snapshotOfADamagedRecordingIsExitCodeOneToo() throws IOException {
    Path file = blocked();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length * 2 / 3] ^= 0x55;
    Files.write(file, bytes);
    Path png = folder.resolve("p.png");
    assertThat(line.run("snapshot", file.toString(), "-o", png.toString()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("loopscope: ").contains("damaged at byte");
    assertThat(png).exists();
  }

  @Test
  void pipeOrDeviceIsRefusedRatherThanReadForEver() {
    Path device = Path.of("/dev/null");
    if (Files.exists(device)) {
      assertThat(line.run("report", device.toString())).isEqualTo(ExitCode.FAILURE);
      assertThat(line.err()).contains("is a pipe or a device");
    } else {
      assertThat(line.run("report", folder.toString())).isEqualTo(ExitCode.FAILURE);
      assertThat(line.err()).contains("is a folder");
    }
  }

  private Path blocked() throws IOException {
    Path file = folder.resolve("blocked.loopscope");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      List<Frame> first =
          List.of(
              Frames.hello(),
              Frames.names(),
              Frames.stall(1, 7, 1000, 1180, 1340),
              Frames.runs(Frames.run(7, 0, RunKind.TASK, Outcome.DONE, 990, 1000, 1340)));
      for (Frame frame : first) {
        writer.write(frame);
      }
      for (int second = 2; second < 12; second++) {
        writer.write(
            Frames.runs(Frames.task(100 + second, 0, 0, second * 1000L, second * 1000L + 1)));
        writer.write(Frames.waiting(second * 1000L + 500));
      }
      writer.write(Frames.bye(12_000));
    }
    return file;
  }
}
