package dev.loopscope.dashboard.session.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clips on a disk that is really full: a tmpfs of 64 KB that only a forked JVM sees, in a mount
 * namespace of its own, which needs no rights but is not allowed everywhere.
 */
class FullDiskTest {

  private static final String MOUNT =
      "mount -t tmpfs -o size=64k none \"$1\" && shift && exec \"$@\"";

  @TempDir Path disk;

  @Test
  void clipThatFindsNoRoomIsToldOfAndLeavesNothingAndTheNextOneIsKept() throws Exception {
    Result possible = onASmallDisk("true");
    String why =
        "A full disk is not tested: no small one can be mounted here: " + possible.output();
    if (possible.exit() != 0) {
      System.out.println(why);
    }
    assumeTrue(possible.exit() == 0, why);

    Result result =
        onASmallDisk(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            FullDiskProgram.class.getName(),
            disk.toString());
    assertThat(result.output())
        .contains("full: No space left on device")
        .containsPattern(
            "1 problem: An alert has no clip \\(.* was not saved \\(No space left on device\\).*\\)"
                + "\\. The session goes on; free some space in .*clips or turn clips off")
        .contains("1 clips: 0, files: []")
        .contains("2 problem: \n")
        .contains("2 clips: 1, files: [alert-19700101-000000-blocked-worker-disk.loopscope]");
    assertThat(result.exit()).isZero();
  }

  private record Result(int exit, String output) {}

  private Result onASmallDisk(String... command) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", MOUNT, "sh", disk.toString()));
    all.addAll(List.of(command));
    Process process;
    try {
      process = new ProcessBuilder(all).redirectErrorStream(true).start();
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output);
  }
}
