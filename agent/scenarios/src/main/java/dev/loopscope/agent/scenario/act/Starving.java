package dev.loopscope.agent.scenario.act;

import java.util.ArrayList;
import java.util.List;

/** The loop could run, but other threads of the program have the CPUs. */
public final class Starving extends BlockingAct {

  private static final int RIVALS_PER_CPU = 6;

  private final List<Partner> rivals = new ArrayList<>();
  long sum;

  @Override
  public void prepare(Block block) {
    int count = RIVALS_PER_CPU * Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < count; i++) {
      rivals.add(Partner.start("rival-" + i, self -> compute(block)));
    }
  }

  private static void compute(Block block) throws InterruptedException {
    block.awaitBegin();
    long until = block.untilNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  @Override
  void block(Block block) {
    block.inMethod();
    long until = block.untilNanos();
    while (System.nanoTime() < until) {
      for (int i = 0; i < 10_000; i++) {
        sum = sum * 31 + i;
      }
    }
  }

  @Override
  public void tidy() throws Exception {
    for (Partner rival : rivals) {
      rival.finish();
    }
  }
}
