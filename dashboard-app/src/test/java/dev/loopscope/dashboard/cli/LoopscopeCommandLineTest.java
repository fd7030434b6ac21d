package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.store.TimeSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopscopeCommandLineTest {

  @TempDir private Path folder;
  private final CommandLineUnderTest line = new CommandLineUnderTest();

  @Test
  void withoutACommandTheDashboardOpens() {
    assertThat(line.run()).isZero();
    assertThat(line.shown).containsExactly(new StartWith.StartPage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "list", "attach", "record", "open", "snapshot", "report"})
  void everyCommandExplainsItselfWithAnExample(String command) {
    assertThat(line.run(command, "--help")).isZero();
    assertThat(line.out()).contains("Usage: loopscope " + command).contains("Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach",
        "attach x",
        "attach 1 --for 5s",
        "attach 1 --out here",
        "attach 1 --size 800x600",
        "record 1",
        "open",
        "snapshot f",
        "frobnicate",
        "list --nonsense",
        "demo --headless --for soon",
        "snapshot f -o p --size big"
      })
  void wrongUseIsExitCodeTwoAndSaysHow(String arguments) {
    assertThat(line.run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).isNotBlank();
  }

  @Test
  void optionThatAWindowWouldIgnoreIsRefused() {
    assertThat(line.run("attach", "1", "--for", "5s")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).startsWith("--for says how to watch without a window: add --headless");
    assertThat(line.shown).isEmpty();
    assertThat(line.run("demo", "--for", "5s")).isZero();
    assertThat(line.shown).containsExactly(new StartWith.Demo());
  }

  @Test
  void processesAreListedWithTheReasonWhereOneCannotBeAttached() {
    line.processes.add(new AttachableProcess(11, "com.acme.Main", "17.0.15", true, ""));
    line.processes.add(new AttachableProcess(12, "old.jar", "11.0.2", false, "Too old."));
    assertThat(line.run("list")).isZero();
    assertThat(line.out().lines())
        .anyMatch(row -> row.matches(" *11 +17\\.0\\.15 +com\\.acme\\.Main +yes"))
        .anyMatch(row -> row.matches(" *12 +11\\.0\\.2 +old\\.jar +no: Too old\\."));
  }

  @Test
  void emptyListSaysWhatToDo() {
    assertThat(line.run("list")).isZero();
    assertThat(line.out()).contains("loopscope demo");
  }

  @Test
  void listAsJsonHasTheDocumentedFields() throws Exception {
    line.processes.add(new AttachableProcess(11, "com.acme.Main", "17.0.15", true, ""));
    assertThat(line.run("list", "--json")).isZero();
    JsonNode first = new ObjectMapper().readTree(line.out()).get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("pid", "name", "javaVersion", "attachable", "reasonIfNot");
    assertThat(first.get("pid").asLong()).isEqualTo(11);
  }

  @Test
  void failureToAttachIsExitCodeOneWithTheSentence() {
    assertThat(line.run("attach", "99", "--headless")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).contains("loopscope: There is no process 99.");
  }

  @Test
  void failureToAttachLeavesNoFolder() {
    Path out = folder.resolve("out");
    assertThat(line.run("attach", "99", "--headless", "--out", out.toString()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(out).doesNotExist();
  }

  @Test
  void folderThatCannotBeIsToldBeforeTheWait() throws Exception {
    line.watched = MadeRecording.in(folder);
    Path taken = Files.writeString(folder.resolve("out"), "precious");
    assertThat(line.run("attach", "4711", "--headless", "--out", taken.toString()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).contains(taken.toString()).doesNotContain("Watching");
    assertThat(Files.readString(taken)).isEqualTo("precious");
  }

  @Test
  void headlessWatchLeavesSessionPictureAndReport() throws Exception {
    line.watched = MadeRecording.in(folder);
    Path out = folder.resolve("out");
    assertThat(line.run("attach", "4711", "--headless", "--for", "5s", "--out", out.toString()))
        .isZero();
    assertThat(out.resolve("session.loopscope")).exists();
    assertThat(Files.readString(out.resolve("dashboard.png"))).contains("chat-server");
    JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertThat(report.toString()).contains("worker-1");
    assertThat(line.out()).contains("worker-1");
  }

  @Test
  void demoWithoutADisplaySaysSoAndGoesOnHeadless() throws Exception {
    line.watched = MadeRecording.in(folder);
    line.hasDisplay = false;
    Path out = folder.resolve("out");
    assertThat(line.run("demo", "--for", "5s", "--out", out.toString())).isZero();
    assertThat(line.err()).contains("There is no display.").contains("headless");
    assertThat(out.resolve("report.json")).exists();
  }

  @Test
  void attachWithoutADisplayIsExitCodeOneWithTheSentence() {
    line.hasDisplay = false;
    assertThat(line.run("attach", "1")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).contains("There is no display.");
  }

  @Test
  void recordingIsOpenedInTheWindow() {
    assertThat(line.run("open", "f.loopscope")).isZero();
    assertThat(line.shown).containsExactly(new StartWith.Replay(Path.of("f.loopscope")));
  }

  @Test
  void reportOfARecordingNamesItsLoops() throws Exception {
    assertThat(line.run("report", MadeRecording.in(folder).toString())).isZero();
    assertThat(line.out()).contains("chat-server").contains("worker-1");
  }

  @Test
  void reportOfSomethingElseIsRefusedWithASentence() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a recording");
    assertThat(line.run("report", file.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("loopscope: ").contains("notes.txt");
    assertThat(Files.readString(file)).isEqualTo("not a recording");
  }

  @Test
  void reportOfAMissingFileIsRefusedWithASentence() {
    assertThat(line.run("report", folder.resolve("none").toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("loopscope: ").contains("none");
  }

  @Test
  void snapshotShowsTheAskedForStretch() throws Exception {
    Path file = MadeRecording.in(folder);
    Path png = folder.resolve("p.png");
    assertThat(
            line.run(
                "snapshot",
                file.toString(),
                "-o",
                png.toString(),
                "--from",
                "500ms",
                "--to",
                "1s",
                "--lanes",
                "flow",
                "--size",
                "800x600",
                "--dark"))
        .isZero();
    assertThat(line.pictures)
        .containsExactly(
            new PictureOptions(
                800,
                600,
                new TimeSpan(1_500_000_000L, 2_000_000_000L),
                PictureOptions.Lanes.FLOW,
                true));
  }

  @Test
  void snapshotBehindTheEndIsWrongUse() throws Exception {
    Path file = MadeRecording.in(folder);
    assertThat(line.run("snapshot", file.toString(), "-o", "p.png", "--from", "1h"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("--from lies behind the end").contains("2.0 s long");
  }

  @Test
  void snapshotThatEndsWhereTheRecordingBeginsIsWrongUse() throws Exception {
    Path file = MadeRecording.in(folder);
    assertThat(line.run("snapshot", file.toString(), "-o", "p.png", "--to", "0s"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .contains("--to must be later than the start")
        .doesNotContain("lies behind");
  }

  @Test
  void helpNamesAllExitCodes() {
    assertThat(line.run("--help")).isZero();
    assertThat(line.out())
        .contains("0 it worked, 1 it did not, 2 the command line was wrong,")
        .contains("3 report --fail-on found alerts");
  }
}
