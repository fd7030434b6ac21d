package dev.loopscope.agent.drain;

import dev.loopscope.agent.send.Outlet;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was sent, as a real sink would: copied, because batches are filled again. */
final class SentFrames implements Outlet {

  final List<Frame> frames = new ArrayList<>();

  @Override
  public void send(Frame frame) {
    if (frame instanceof RunBatch batch) {
      RunColumns copy = new RunColumns(batch.runs().size());
      for (int i = 0; i < batch.runs().size(); i++) {
        copy.add(batch.runs().run(i));
      }
      frames.add(new RunBatch(batch.loop(), copy));
    } else if (frame instanceof GroupBatch batch) {
      frames.add(
          new GroupBatch(
              batch.loop(), batch.groups(), batch.durations().copy(), batch.queueDelays().copy()));
    } else {
      frames.add(frame);
    }
  }

  <F extends Frame> List<F> of(Class<F> type) {
    return frames.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void flush() {}

  @Override
  public long bytesSent() {
    return 0;
  }

  @Override
  public void close() {}

  @Override
  public @Nullable Command poll() {
    return null;
  }
}
