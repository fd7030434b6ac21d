package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.work.PekkoActor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.awt.EventQueue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Dispatchers;
import org.apache.pekko.actor.ActorRef;

/** A way to give a task to one thread that runs tasks. Its threads end with the process. */
public enum TaskWay {
  EXECUTE("thread pool, execute") {
    @Override
    Executor open() {
      return pool();
    }
  },
  SUBMIT("thread pool, submit (a future)") {
    @Override
    Executor open() {
      return pool()::submit;
    }
  },
  SCHEDULE("scheduled pool, no delay") {
    @Override
    Executor open() {
      ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, TaskWay::daemon);
      return task -> pool.schedule(task, 0, TimeUnit.NANOSECONDS);
    }
  },
  FORK("fork-join pool, execute") {
    @Override
    Executor open() {
      return new ForkJoinPool(1);
    }
  },
  STAGE("asynchronous stage on a fork-join pool") {
    @Override
    Executor open() {
      ForkJoinPool pool = new ForkJoinPool(1);
      return task -> CompletableFuture.completedFuture(this).thenRunAsync(task, pool);
    }
  },
  TIMER("java.util.Timer, no delay") {
    @Override
    Executor open() {
      Timer timer = new Timer(true);
      return task -> timer.schedule(new Due(task), 0);
    }
  },
  SWING("Swing, invokeLater") {
    @Override
    Executor open() {
      return EventQueue::invokeLater;
    }
  },
  VERTX("Vert.x context, runOnContext") {
    @Override
    Executor open() {
      VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true);
      Context context = Vertx.vertx(options).getOrCreateContext();
      return task -> context.runOnContext(nothing -> task.run());
    }
  },
  PEKKO("Pekko, a turn of an actor that has one message") {
    @Override
    Executor open() {
      ActorRef actor = PekkoActor.start();
      return task -> actor.tell(task, ActorRef.noSender());
    }
  },
  COROUTINE("Kotlin's Dispatchers.Default, dispatch") {
    @Override
    Executor open() {
      // read when the dispatcher's class begins
      System.setProperty("kotlinx.coroutines.scheduler.core.pool.size", "1");
      System.setProperty("kotlinx.coroutines.scheduler.max.pool.size", "1");
      CoroutineDispatcher dispatcher = Dispatchers.getDefault();
      return task -> dispatcher.dispatch(EmptyCoroutineContext.INSTANCE, task);
    }
  };

  final String words;

  TaskWay(String words) {
    this.words = words;
  }

  /** Starts what runs the tasks. */
  abstract Executor open();

  private static ExecutorService pool() {
    return Executors.newFixedThreadPool(1, TaskWay::daemon);
  }

  static Thread daemon(Runnable command) {
    Thread thread = new Thread(command, "measured");
    thread.setDaemon(true);
    return thread;
  }

  private static final class Due extends TimerTask {
    private final Runnable task;

    Due(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
