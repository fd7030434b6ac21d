package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignIdsTest {

  private Thread[] threads = {new Thread("plain"), new Named()};
  private long now = 5;
  private int looks;
  private final ForeignIds ids = new ForeignIds(true, this::look, () -> now);

  private Thread[] look() {
    looks++;
    return threads;
  }

  @Test
  void threadsWithoutAnAnswerOfTheirOwnMayBeAskedFor() {
    assertThat(ids.present()).isFalse();
  }

  @Test
  void aThreadWithAnAnswerOfItsOwnIsFoundWithTheNextLook() {
    ids.present();
    threads = new Thread[] {new Thread("plain"), new Answering()};
    assertThat(ids.present()).isFalse();
    now += ForeignIds.LOOK_EVERY_NANOS;
    assertThat(ids.present()).isTrue();
    threads = new Thread[0];
    now += ForeignIds.LOOK_EVERY_NANOS;
    assertThat(ids.present()).isFalse();
    assertThat(looks).isEqualTo(3);
  }

  @Test
  void whereIdsCannotBeOverriddenNobodyLooks() {
    threads = new Thread[] {new Answering()};
    assertThat(new ForeignIds(false, this::look, () -> now).present()).isFalse();
    assertThat(looks).isZero();
  }

  private static class Named extends Thread {
    Named() {
      super("named");
    }
  }

  private static final class Answering extends Named {
    @Override
    @SuppressWarnings("deprecation") // it is there to be overridden still
    public long getId() {
      throw new IllegalStateException("do not touch");
    }
  }
}
