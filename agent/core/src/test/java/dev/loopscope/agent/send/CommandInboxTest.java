package dev.loopscope.agent.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandInboxTest {

  private static final Command CONFIGURE =
      new Command.Configure(new Settings(10, Map.of("netty-nio", 20L), 30));

  private final Arriving arriving = new Arriving();
  private final CommandInbox inbox = new CommandInbox(arriving);

  @Test
  void aCommandThatComesByteByByteIsReadWhenItIsWhole() throws IOException {
    byte[] bytes = bytes(CONFIGURE);
    for (int i = 0; i < bytes.length - 1; i++) {
      arriving.come(bytes[i]);
      assertThat(inbox.poll()).isNull();
    }
    arriving.come(bytes[bytes.length - 1]);
    assertThat(inbox.poll()).isEqualTo(CONFIGURE);
    assertThat(inbox.poll()).isNull();
  }

  @Test
  void commandsThatComeTogetherAreReadOneByOne() throws IOException {
    arriving.come(bytes(CONFIGURE));
    arriving.come(bytes(new Command.Detach()));
    assertThat(inbox.poll()).isEqualTo(CONFIGURE);
    assertThat(inbox.poll()).isEqualTo(new Command.Detach());
    assertThat(inbox.poll()).isNull();
  }

  @Test
  void aClosedConnectionIsAnError() {
    arriving.closed = true;
    assertThatThrownBy(inbox::poll).isInstanceOf(EOFException.class);
  }

  @Test
  void anImpossibleLengthIsRefusedBeforeItIsWaitedFor() {
    arriving.come((byte) 0x7F, (byte) 0, (byte) 0, (byte) 0);
    assertThatThrownBy(inbox::poll)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("impossible length");
  }

  @Test
  void aFrameThatIsNoCommandIsRefused() throws IOException {
    arriving.come(bytes(new Bye(1, Bye.Reason.COMPLETE, "")));
    assertThatThrownBy(inbox::poll).hasMessageContaining("no command");
  }

  private static byte[] bytes(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    writer.write(frame);
    writer.flush();
    return bytes.toByteArray();
  }

  private static final class Arriving implements ReadableByteChannel {
    private final ByteBuffer waiting = ByteBuffer.allocate(4_096);
    boolean closed;

    void come(byte... bytes) {
      waiting.put(bytes);
    }

    @Override
    public int read(ByteBuffer target) {
      if (closed) {
        return -1;
      }
      waiting.flip();
      int count = waiting.remaining();
      target.put(waiting);
      waiting.clear();
      return count;
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }

    @Override
    public void close() {}
  }
}
