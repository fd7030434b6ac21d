package dev.loopscope.agent.bench.program.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A loop of its own around a selector: a byte in a pipe says that there is a piece to do. */
final class SelectorWork implements Work {
  private final Queue<Runnable> pieces = new ConcurrentLinkedQueue<>();
  private final ByteBuffer bell = ByteBuffer.allocate(1);

  @Override
  public void start(Flow flow) throws IOException {
    Pipe pipe = Pipe.open();
    Selector selector = Selector.open();
    pipe.source().configureBlocking(false);
    pipe.source().register(selector, SelectionKey.OP_READ);
    Thread loop = new Thread(() -> run(selector, pipe.source()), "selecting");
    loop.setDaemon(true);
    loop.start();
    flow.add(piece -> give(piece, pipe.sink()));
  }

  private void give(Runnable piece, Pipe.SinkChannel sink) {
    pieces.add(piece);
    try {
      sink.write(ByteBuffer.allocate(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Selector selector, Pipe.SourceChannel source) {
    try {
      while (true) {
        selector.select();
        selector.selectedKeys().clear();
        source.read(bell.clear());
        Runnable piece = pieces.poll();
        if (piece != null) {
          piece.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
