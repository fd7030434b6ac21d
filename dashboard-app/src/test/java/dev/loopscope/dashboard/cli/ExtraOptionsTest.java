package dev.loopscope.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.attach.AttachFailedException;
import dev.loopscope.dashboard.session.Extras;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for besides reaches whoever attaches. */
class ExtraOptionsTest {

  @TempDir Path folder;

  private final CommandLineUnderTest line = new CommandLineUnderTest();

  @Test
  void agentIsToldDetailsAndLimitsAndOfTwoLimitsTheLastOneHolds() {
    List<String> seen = new ArrayList<>();
    line.loader =
        (pid, options) -> {
          seen.add(options);
          throw new AttachFailedException("enough");
        };
    int exit =
        line.run(
            "record",
            "4711",
            "-o",
            folder.resolve("f.loopscope").toString(),
            "--detail=channels,mounts",
            "--detail=channels",
            "--limit=20ms",
            "--limit=worker=1.5s",
            "--limit=30ms");
    assertThat(exit).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("loopscope: enough");
    assertThat(seen)
        .singleElement()
        .asString()
        .endsWith(",detail=channels+mounts,limit=30000000ns,limit:worker=1500000000ns");
  }

  @Test
  void windowIsToldWhatTheCommandLineSaid() {
    line.hasDisplay = true;
    assertThat(line.run("attach", "4711", "--detail", "mounts", "--limit", "20ms")).isZero();
    assertThat(line.shown)
        .containsExactly(
            new StartWith.Attach(
                4711, new Extras(null, List.of("mounts"), Map.of("", Duration.ofMillis(20)))));
  }

  @Test
  void nameThatIsNoDetailIsRefusedBeforeAnythingIsAttached() {
    String file = folder.resolve("f.loopscope").toString();
    assertThat(line.run("record", "4711", "-o", file, "--detail", "a=b")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("\"a=b\" cannot be the name of a detail");
    assertThat(line.run("record", "4711", "-o", file, "--limit", "a,b=5ms"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("The limit of \"a,b\" cannot be told to the agent");
    assertThat(line.run("record", "4711", "-o", file, "--limit", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("'soon' is not a duration");
  }
}
