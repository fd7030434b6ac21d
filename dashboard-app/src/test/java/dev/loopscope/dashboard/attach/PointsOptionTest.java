package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.session.Extras;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsOptionTest {

  @TempDir Path folder;

  @Test
  void agentIsToldTheAbsolutePathAndTheArgumentsStillFit() throws Exception {
    Path file = Files.writeString(folder.resolve("game.points"), "loop game-loop\n");
    CompletableFuture<String> seen = new CompletableFuture<>();
    AgentLinks links =
        new AgentLinks(
            (pid, options) -> {
              seen.complete(options);
              throw new AttachFailedException("enough");
            });

    assertThatThrownBy(
            () ->
                links.attach(
                    1, new Extras(file, List.of("channels"), Map.of("", Duration.ofMillis(20)))))
        .hasMessage("enough");

    assertThat(seen.get()).endsWith(",points=" + file.toAbsolutePath()).hasSizeLessThan(1_024);
  }

  @Test
  void fileThatIsNotThereIsToldBeforeAnythingIsAttached() {
    assertThatThrownBy(() -> PointsOption.of(folder.resolve("none")))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("is not there or cannot be read. Check the path.");
  }

  @Test
  void pathThatTheOptionsCannotSayIsRefused() throws Exception {
    Path comma = Files.writeString(folder.resolve("a,b"), "loop game-loop\n");
    Path deep = folder;
    for (int i = 0; i < 4; i++) {
      deep = deep.resolve("x".repeat(220));
    }
    Files.createDirectories(deep);
    Path far = Files.writeString(deep.resolve("own.points"), "loop game-loop\n");

    assertThatThrownBy(() -> PointsOption.of(comma)).hasMessageContaining("has a comma");
    assertThatThrownBy(() -> PointsOption.of(far)).hasMessageContaining("too long for attaching");
  }
}
