package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.instrument.Copies;
import dev.loopscope.agent.plugin.Uncovered;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UncoveredPartsTest {
  private static final String FRAMEWORKS_CLASS = "agent.start.UncoveredPartsTest";

  private final Copies copies = new Copies();
  private final AtomicInteger looks = new AtomicInteger();
  private Class<?>[] loaded = {};

  /** What an application may bring. */
  public static final class Handler implements RejectedExecutionHandler {
    @Override
    public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {}
  }

  private UncoveredParts parts(Uncovered... declared) {
    return new UncoveredParts(
        Map.of("netty", List.of(declared)),
        copies.met(),
        () -> {
          looks.incrementAndGet();
          return loaded;
        });
  }

  @Test
  void classTellsWhatIsNotSeenInAShadedCopyToo() {
    loaded = new Class<?>[] {String.class, UncoveredPartsTest.class, Handler.class};

    UncoveredParts parts = parts(Uncovered.where(FRAMEWORKS_CLASS, "loops", "not seen"));

    assertThat(parts.now(0))
        .containsExactly(
            new UncoveredPart(
                "netty", 0, "loops", List.of(UncoveredPartsTest.class.getName()), "not seen"));
  }

  @Test
  void otherClassOfThatNameTellsNothing() {
    loaded = new Class<?>[] {UncoveredPartsTest.class};

    assertThat(parts(Uncovered.where("loopscope.agent.start.UncoveredPartsTest", "", "")).now(0))
        .hasSize(1);
    assertThat(parts(Uncovered.where("scope.agent.start.UncoveredPartsTest", "", "")).now(0))
        .isEmpty();
    assertThat(parts(Uncovered.where("other.UncoveredPartsTest", "", "")).now(0)).isEmpty();
  }

  @Test
  void handlerOfTheApplicationIsToldThoseOfTheJdkAreNot() throws Exception {
    URL here = UncoveredPartsTest.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {here}, ClassLoader.getPlatformClassLoader())) {
      loaded =
          new Class<?>[] {
            ThreadPoolExecutor.AbortPolicy.class,
            RejectedExecutionHandler.class,
            loader.loadClass(Handler.class.getName())
          };

      UncoveredParts parts =
          parts(Uncovered.whereExtended(RejectedExecutionHandler.class, "refused", "not seen"));

      assertThat(parts.now(0))
          .extracting(UncoveredPart::classes)
          .containsExactly(List.of(Handler.class.getName()));
    }
  }

  @Test
  void moduleThatIsThereIsNotMissed() {
    loaded = new Class<?>[] {UncoveredPartsTest.class};

    assertThat(parts(Uncovered.whereWithout("java.base", FRAMEWORKS_CLASS, "", "")).now(0))
        .isEmpty();
    assertThat(parts(Uncovered.whereWithout("no.such.module", FRAMEWORKS_CLASS, "", "")).now(0))
        .hasSize(1);
  }

  @Test
  void classesAreLookedOverOnceInAWhile() {
    UncoveredParts parts = parts(Uncovered.where(FRAMEWORKS_CLASS, "loops", "not seen"));
    parts.now(5);
    loaded = new Class<?>[] {UncoveredPartsTest.class};

    assertThat(parts.now(9_000_000_000L)).isEmpty();
    assertThat(looks).hasValue(1);
    assertThat(parts.now(10_000_000_005L)).hasSize(1);
  }
}
