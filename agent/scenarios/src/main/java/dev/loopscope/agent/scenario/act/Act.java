package dev.loopscope.agent.scenario.act;

import java.util.concurrent.Executor;

/** One way to keep a loop from its work. Made anew for each play. */
public interface Act {

  /** Brings everything into place: the lock is taken, the peer listens. */
  default void prepare(Block block) throws Exception {}

  /** Gives the loop what blocks it and returns when that is over. */
  void perform(Executor loop, Block block) throws Exception;

  /** Ends what {@link #prepare} began. */
  default void tidy() throws Exception {}
}
