package dev.loopscope.agent.scenario.act;

import java.util.concurrent.Executor;

/** An act that is one run on the loop. */
abstract class BlockingAct implements Act {

  /** Blocks the loop's thread, which calls it, and notes the culprit. */
  abstract void block(Block block) throws Exception;

  @Override
  public final void perform(Executor loop, Block block) throws Exception {
    loop.execute(() -> run(block));
    block.awaitEnd();
  }

  private void run(Block block) {
    block.begin();
    try {
      block(block);
      block.end();
    } catch (Throwable e) {
      block.fail(e);
    }
  }
}
