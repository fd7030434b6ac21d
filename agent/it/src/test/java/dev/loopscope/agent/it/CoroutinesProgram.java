package dev.loopscope.agent.it;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import org.jspecify.annotations.Nullable;

/** Coroutines and commands on the dispatchers {@code Default} and {@code IO} and on a pool's. */
@SuppressWarnings("serial") // as all coroutines are, though nobody writes them
public final class CoroutinesProgram implements FrameworkProgram {
  private final Executor commands = ExecutorsKt.asExecutor(Dispatchers.getDefault());
  private final CoroutineContext pool = ExecutorsKt.from(pool());

  private CoroutinesProgram() {}

  public static void main(String[] arguments) throws Exception {
    // what fails on purpose is not worth a line
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (!"on purpose".equals(failure.getMessage())) {
            failure.printStackTrace();
          }
        });
    for (int i = 0; i < 2; i++) {
      launch(Dispatchers.getDefault(), new Restless(null));
    }
    new CoroutinesProgram().serve();
  }

  private static ExecutorService pool() {
    AtomicInteger made = new AtomicInteger();
    return Executors.newFixedThreadPool(
        2,
        command -> {
          Thread thread = new Thread(command, "program-pool-" + made.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void launch(
      CoroutineContext on, Function2<CoroutineScope, Continuation<? super Unit>, Object> code) {
    BuildersKt.launch(GlobalScope.INSTANCE, on, CoroutineStart.DEFAULT, code);
  }

  @Override
  public void doAll(TypeCounts counts, int tasks) throws InterruptedException {
    counts.expect(tasks * 7);
    for (int i = 0; i < tasks; i++) {
      boolean fails = i % 10 == 0;
      launch(Dispatchers.getDefault(), new CountedOnDefault(counts, fails, null));
      launch(Dispatchers.getIO(), new CountedOnIo(counts, fails, null));
      launch(pool, new CountedOnPool(counts, fails, null));
      commands.execute(new CountedCommand(counts, fails));
    }
    counts.awaitAll();
  }

  @Override
  public void blockOne(long millis) throws Exception {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    Dispatchers.getDefault()
        .dispatch(
            EmptyCoroutineContext.INSTANCE,
            () -> {
              FrameworkProgram.block(millis);
              over.complete(null);
            });
    over.get();
  }

  /** Goes on for good, so that there is always some load. */
  private static final class Restless extends TestCoroutine {
    Restless(@Nullable Continuation<Object> completion) {
      super(completion);
    }

    @Override
    TestCoroutine copy(Continuation<Object> completion) {
      return new Restless(completion);
    }

    @Override
    @Nullable Object step(int number) {
      return later(1);
    }
  }

  /** Counts itself when it begins and when it goes on after others. */
  private abstract static class Counted extends TestCoroutine {
    final TypeCounts counts;
    final boolean fails;

    Counted(TypeCounts counts, boolean fails, @Nullable Continuation<Object> completion) {
      super(completion);
      this.counts = counts;
      this.fails = fails;
    }

    @Override
    @Nullable Object step(int number) {
      counts.run(this, fails && number > 0);
      return number == 0 ? afterOthers() : null;
    }
  }

  private static final class CountedOnDefault extends Counted {
    CountedOnDefault(TypeCounts counts, boolean fails, @Nullable Continuation<Object> completion) {
      super(counts, fails, completion);
    }

    @Override
    TestCoroutine copy(Continuation<Object> completion) {
      return new CountedOnDefault(counts, fails, completion);
    }
  }

  private static final class CountedOnIo extends Counted {
    CountedOnIo(TypeCounts counts, boolean fails, @Nullable Continuation<Object> completion) {
      super(counts, fails, completion);
    }

    @Override
    TestCoroutine copy(Continuation<Object> completion) {
      return new CountedOnIo(counts, fails, completion);
    }
  }

  private static final class CountedOnPool extends Counted {
    CountedOnPool(TypeCounts counts, boolean fails, @Nullable Continuation<Object> completion) {
      super(counts, fails, completion);
    }

    @Override
    TestCoroutine copy(Continuation<Object> completion) {
      return new CountedOnPool(counts, fails, completion);
    }
  }

  private record CountedCommand(TypeCounts counts, boolean fails) implements Runnable {
    @Override
    public void run() {
      counts.run(this, fails);
    }
  }
}
