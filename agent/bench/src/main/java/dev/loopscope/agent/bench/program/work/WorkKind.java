package dev.loopscope.agent.bench.program.work;

/** The kinds of loops that can be kept busy. */
public enum WorkKind {
  POOLS,
  SELECTOR,
  SWING,
  JAVAFX,
  VERTX,
  COROUTINES,
  PEKKO,
  VIRTUAL;

  private static final int OLDEST = 17;
  private static final int FIRST_VIRTUAL = 21;

  /** The oldest JDK that has such loops. */
  public int firstJdk() {
    return this == VIRTUAL ? FIRST_VIRTUAL : OLDEST;
  }

  /** Starts its loops, which wait until the stream goes. */
  public Flow start() throws Exception {
    Flow flow = new Flow();
    work().start(flow);
    return flow;
  }

  private Work work() {
    return switch (this) {
      case POOLS -> new PoolsWork();
      case SELECTOR -> new SelectorWork();
      case SWING -> new SwingWork();
      case JAVAFX -> new JavaFxWork();
      case VERTX -> new VertxWork();
      case COROUTINES -> new CoroutinesWork();
      case PEKKO -> new PekkoWork();
      case VIRTUAL -> new VirtualWork();
    };
  }
}
