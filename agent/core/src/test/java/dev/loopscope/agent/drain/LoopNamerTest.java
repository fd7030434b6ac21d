package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.probe.LoopscopePolls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopNamerTest {
  private static final LoopOwner OWNER =
      new LoopOwner(
          "selector", List.of(LoopNamerTest.class.getName()), List.of(), "selector-test", "Test");

  private final LoopNamer namer = new LoopNamer(List.of(OWNER), className -> "1.2");

  @BeforeEach
  void begin() {
    LoopscopeLoops.reset(1 << 20);
    LoopscopePoints.turnOn();
  }

  @AfterEach
  void end() {
    LoopscopePoints.turnOff();
    LoopscopeLoops.reset(0);
  }

  /** Calls the hooks so often from inside a select of the JDK, as woven code does. */
  private static LoopTrack loopAfter(int selects) throws IOException {
    Pipe pipe = Pipe.open();
    try (Selector selector = Selector.open();
        Pipe.SourceChannel source = pipe.source();
        Pipe.SinkChannel sink = pipe.sink()) {
      source.configureBlocking(false);
      source.register(selector, SelectionKey.OP_READ);
      sink.write(ByteBuffer.wrap(new byte[1]));
      for (int i = 0; i < selects; i++) {
        selector.select(
            key -> {
              LoopscopePolls.enter(selector, "selector", 1, 0);
              LoopscopePolls.exit(1);
            });
      }
    }
    LoopscopeLoop probe = Objects.requireNonNull(LoopscopeLoops.find());
    return new LoopTrack(probe, System.nanoTime());
  }

  @Test
  void loopThatNeverWaitsWhenLookedAtIsNamedByItsOwnWord() throws IOException {
    LoopTrack loop = loopAfter(3);
    assertThat(loop.probe.pollSinceNanos()).as("it does not wait").isZero();

    namer.look(loop);

    assertThat(loop.kind()).isEqualTo("selector-test");
    assertThat(loop.detail).isEqualTo("Test 1.2");
    assertThat(loop.looks).as("stops of its thread").isZero();
  }

  @Test
  void loopIsNamedOnceItWaitsAgainThoughNoLookHasMetItThere() throws IOException {
    LoopTrack loop = loopAfter(1);
    loop.probe.prove();
    for (int i = 0; i < 50; i++) {
      namer.look(loop);
    }
    assertThat(loop.kind()).isEqualTo("selector");

    loopAfter(1);
    namer.look(loop);

    assertThat(loop.kind()).isEqualTo("selector-test");
  }
}
