package dev.loopscope.dashboard.session.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolRecorderTest {

  @TempDir private Path folder;

  @Test
  void spoolThatIsClosedWhileSomebodySavesIsASentence() throws IOException {
    Spool spool = new Spool();
    SpoolRecorder recorder = new SpoolRecorder(spool);
    recorder.write(Frames.hello());
    spool.close();
    assertThatThrownBy(() -> recorder.saveTo(folder.resolve("late.loopscope")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("late.loopscope was not saved: the session is closed");
  }
}
