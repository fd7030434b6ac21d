package dev.loopscope.agent.bench.program.work;

/** Loops of one kind to keep busy. Each is a class of its own, listed in {@link WorkKind}. */
interface Work {
  /** Starts the loops and tells the stream how to give them work. */
  void start(Flow flow) throws Exception;
}
