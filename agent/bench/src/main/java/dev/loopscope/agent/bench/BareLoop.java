package dev.loopscope.agent.bench;

import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.nio.NioEventLoopGroup;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real Netty loop without channels, and the gate before it. */
final class BareLoop implements AutoCloseable {
  /**
   * Pause before each batch, so that the agent's drain keeps up: a full ring would make hooks
   * cheaper than they are.
   */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  final Gate gate = new Gate();
  final EventLoop loop;
  private final NioEventLoopGroup group;

  BareLoop() {
    this(DefaultSelectStrategyFactory.INSTANCE);
  }

  BareLoop(SelectStrategyFactory strategies) {
    group = new NioEventLoopGroup(1, (Executor) null, SelectorProvider.provider(), strategies);
    group.setIoRatio(100); // tasks until the queue is empty, without looking for channels meanwhile
    loop = group.next();
  }

  /** Lets the drain catch up, then closes the gate. */
  void prepare() {
    LockSupport.parkNanos(PAUSE_NANOS);
    gate.close();
  }

  /** Brings the loop to the gate, inside a task. */
  void holdInTask() {
    loop.execute(gate::hold);
    gate.awaitHeld();
  }

  /** Lets the loop go and waits until all is done. */
  void letGo() {
    gate.open();
    gate.awaitDone();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
