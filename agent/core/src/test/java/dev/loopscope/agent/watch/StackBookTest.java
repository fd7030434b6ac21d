package dev.loopscope.agent.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Stack;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StackBookTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final StackBook book = new StackBook(new OwnPackages(null));

  @Test
  void theSameStackHasTheSameNumberAndIsDefinedOnce() {
    List<Stack> stacks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      stacks.add(book.stack(seen(new Seeing())));
    }
    Stack first = stacks.get(0);
    assertThat(stacks.get(1)).isSameAs(first);
    assertThat(book.stack(List.of(Samples.app("other", 3))).id()).isNotEqualTo(first.id());
    assertThat(book.takeFresh()).hasSize(2);
    assertThat(book.takeFresh()).isEmpty();
  }

  @Test
  void aNumberedStackKeepsNoClassOfTheApplicationAlive() throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(numberAStackOfAnotherLoader());
    long began = System.nanoTime();
    while (loader.get() != null && System.nanoTime() - began < PATIENCE_NANOS) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
    assertThat(book.takeFresh()).hasSize(1);
  }

  private ClassLoader numberAStackOfAnotherLoader() throws ReflectiveOperationException {
    AloneLoader loader = new AloneLoader(Seeing.class);
    @SuppressWarnings("unchecked") // it is the class below
    Supplier<StackTraceElement[]> seeing = (Supplier<StackTraceElement[]>) loader.make();
    Stack stack = book.stack(seen(seeing));
    assertThat(stack.frames())
        .anySatisfy(frame -> assertThat(frame.className()).isEqualTo(Seeing.class.getName()));
    return loader;
  }

  private static List<StackTraceElement> seen(Supplier<StackTraceElement[]> seeing) {
    return List.of(seeing.get());
  }

  /** Sees itself as the watcher would. */
  public static final class Seeing implements Supplier<StackTraceElement[]> {
    @Override
    @SuppressWarnings("deprecation") // Thread.threadId() is newer than the oldest JVM we watch
    public StackTraceElement[] get() {
      long self = Thread.currentThread().getId();
      return requireNonNull(ManagementFactory.getThreadMXBean().getThreadInfo(self, 100))
          .getStackTrace();
    }
  }
}
