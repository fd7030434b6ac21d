package dev.loopscope.agent.scenario.act;

/** Two causes, one after the other or at the same time. */
public final class Mixes {

  private Mixes() {}

  /** Another thread has a monitor for half of the time; then the loop sleeps. */
  public static final class LockThenSleep extends BlockingAct {
    private final Object monitor = new Object();
    int entered;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner holder;

    @Override
    public void prepare(Block block) throws Exception {
      holder = Partner.start("holder", self -> hold(self, block)).awaitReady();
    }

    private void hold(Partner self, Block block) throws InterruptedException {
      synchronized (monitor) {
        self.ready();
        block.outlast(0.5);
      }
    }

    @Override
    void block(Block block) throws InterruptedException {
      block.inMethod();
      synchronized (monitor) {
        entered++;
      }
      Thread.sleep(block.plannedMillis() / 2);
    }

    @Override
    public void tidy() throws Exception {
      holder.finish();
    }
  }

  /** While the loop waits for a monitor, whose holder sleeps, a third thread collects garbage. */
  public static final class LockAndCollection extends BlockingAct {
    private final Object monitor = new Object();
    int entered;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner holder;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner collector;

    @Override
    public void prepare(Block block) throws Exception {
      holder = Partner.start("holder", self -> hold(self, block)).awaitReady();
      collector = Partner.start("collector", self -> collect(self, block)).awaitReady();
    }

    private static void collect(Partner self, Block block) throws InterruptedException {
      Ballast.collectWith(
          () -> {
            self.ready();
            block.outlast(0.2);
          });
    }

    private void hold(Partner self, Block block) throws InterruptedException {
      synchronized (monitor) {
        self.ready();
        block.outlast(1);
        Thread.sleep(block.plannedMillis());
      }
    }

    @Override
    void block(Block block) {
      block.nextLineEnters();
      synchronized (monitor) {
        entered++;
      }
    }

    @Override
    public void tidy() throws Exception {
      holder.finish();
      collector.finish();
    }
  }
}
