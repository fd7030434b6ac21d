package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
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
  void aLookDoesNotMakeTheApplicationsClassLoaderLoadAnything() throws Exception {
    AloneLoader loader = new AloneLoader(Demanding.class);
    threads = new Thread[] {(Thread) loader.make()};
    loader.asked.clear();
    assertThat(ids.present()).isFalse();
    assertThat(loader.asked).isEmpty();
  }

  @Test
  void threadsOfTheJdkMayBeAskedFor() {
    threads =
        new Thread[] {
          ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(new ForkJoinPool(1))
        };
    assertThat(ids.present()).isFalse();
  }

  @Test
  void whereIdsCannotBeOverriddenNobodyLooks() {
    threads = new Thread[] {new Answering()};
    assertThat(new ForeignIds(false, this::look, () -> now).present()).isFalse();
    assertThat(looks).isZero();
  }

  /** Has a method with a type that nobody has needed yet. */
  public static final class Demanding extends Thread {
    public int taken(Demanded any) {
      return any.size;
    }
  }

  /** What it demands. */
  public static final class Demanded {
    int size;
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
