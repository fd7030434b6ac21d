package dev.loopscope.agent.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class ChannelOutputTest {

  @Test
  void aPeerThatTakesLittleAtATimeGetsEverythingInOrder() throws IOException {
    Trickle peer = new Trickle(7);
    byte[] bytes = new byte[1_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    try (ChannelOutput output = new ChannelOutput(peer, 1_000_000_000L)) {
      output.write(bytes, 3, 900);
    }
    assertThat(peer.taken.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 3, 903));
  }

  @Test
  void aPeerThatNeverReadsIsGivenUpWithASentence() {
    ChannelOutput output = new ChannelOutput(new Trickle(0), 5_000_000L);
    assertThatThrownBy(() -> output.write(new byte[10]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has taken no data");
  }

  /** Takes some bytes at every other call and none in between. */
  private static final class Trickle implements WritableByteChannel {
    final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int portion;
    private boolean ready;

    Trickle(int portion) {
      this.portion = portion;
    }

    @Override
    public int write(ByteBuffer source) {
      ready = !ready;
      int count = ready ? Math.min(portion, source.remaining()) : 0;
      for (int i = 0; i < count; i++) {
        taken.write(source.get());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
