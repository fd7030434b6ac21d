package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.FrameSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private final List<String> seen = new ArrayList<>();
  private final ErrorLog errors = new ErrorLog();

  /** Notes what is asked of it; fails in the call that is named. */
  private final class Noted implements Source {
    private final String name;
    private final String failsIn;

    Noted(String name, String failsIn) {
      this.name = name;
      this.failsIn = failsIn;
    }

    private void note(String call) {
      seen.add(name + ' ' + call);
      if (call.equals(failsIn)) {
        throw new IllegalStateException("as asked");
      }
    }

    @Override
    public void start() {
      note("start");
    }

    @Override
    public void tell(long nowNanos, FrameSink sink) {
      note("tell");
    }

    @Override
    public void close() {
      note("close");
    }
  }

  private Sources sources(Source... sources) {
    return new Sources(List.of(sources), new SentFrames(), errors);
  }

  @Test
  void sourceThatFailsIsClosedAndTheOthersGoOn() throws IOException {
    Sources sources = sources(new Noted("a", "tell"), new Noted("b", ""));
    sources.start();
    sources.tell(1);
    sources.tell(2);
    sources.close();

    assertThat(seen)
        .containsExactly("a start", "b start", "a tell", "a close", "b tell", "b tell", "b close");
    assertThat(errors.count()).isEqualTo(1);
  }

  @Test
  void sourceThatDoesNotStartIsNeverAsked() throws IOException {
    Sources sources = sources(new Noted("a", "start"));
    sources.start();
    sources.tell(1);
    sources.close();

    assertThat(seen).containsExactly("a start", "a close");
    assertThat(errors.count()).isEqualTo(1);
  }
}
