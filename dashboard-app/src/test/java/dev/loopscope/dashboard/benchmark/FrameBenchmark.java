package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.TimelineView;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Stats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long the FX thread takes for a frame of the timeline: 200 loops with 5,000 runs each, all of
 * the million in sight, 1600 by 900 pixels, something new in the trace before every frame. Once
 * with lanes of the usual height, which the window cuts off, once with all 200 lanes in sight.
 *
 * <p>Run it with the JVM arguments of the tests (Monocle, software pipeline). It prints
 * percentiles; the budget is 5 ms.
 */
public final class FrameBenchmark {

  private static final int LOOPS = 200;
  private static final int RUNS_PER_LOOP = 5_000;
  private static final int WARM_UP = 300;
  private static final int FRAMES = 600;
  private static final long BETWEEN_RUNS_NANOS = 12_000_000L;

  private final TraceStore store = new TraceStore();
  private long nowNanos = 1;

  private FrameBenchmark() {}

  /** Prints the percentiles and ends the JVM. */
  public static void main(String[] args) throws InterruptedException {
    FrameBenchmark benchmark = new FrameBenchmark();
    benchmark.fill();
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService work = Executors.newSingleThreadExecutor(FrameBenchmark::daemon);
    Platform.startup(
        () -> {
          benchmark.measureBoth(new Background(work, Platform::runLater));
          done.countDown();
        });
    done.await();
    Platform.exit();
    work.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "frame-benchmark-work");
    thread.setDaemon(true);
    return thread;
  }

  private void fill() {
    Random random = new Random(1);
    List<Loop> loops = new ArrayList<>();
    for (int loop = 1; loop <= LOOPS; loop++) {
      loops.add(new Loop(loop, "worker-" + loop, "workers-" + loop / 50, "netty-nio", loop, ""));
    }
    store.accept(new Definitions(loops, List.of(), List.of()));
    for (int loop = 1; loop <= LOOPS; loop++) {
      RunColumns runs = new RunColumns(RUNS_PER_LOOP);
      long at = 1;
      for (int i = 0; i < RUNS_PER_LOOP; i++) {
        at += (long) (random.nextExponential() * BETWEEN_RUNS_NANOS * 0.7);
        long end = at + (long) (random.nextExponential() * BETWEEN_RUNS_NANOS * 0.3);
        long id = (long) loop * RUNS_PER_LOOP + i;
        runs.add(id, 0, random.nextInt(20), random.nextInt(3), 0, at - 1, 0, at, end, 0, 1);
        at = end;
      }
      nowNanos = Math.max(nowNanos, at);
      store.accept(new RunBatch(loop, runs));
    }
  }

  private void measureBoth(Background background) {
    measure("lanes of 26 px, as many as fit", background, false);
    measure("lanes of 4 px, all 200 in sight", background, true);
  }

  private void measure(String what, Background background, boolean all) {
    TimelineModel model =
        new TimelineModel(store, new Quiet(), new Selection(), false, System::nanoTime);
    TimelineView view = new TimelineView(model, background, System::nanoTime);
    Stage stage = new Stage();
    stage.setScene(new Scene(view, 1600, 900));
    stage.show();
    if (all) {
      model.lanes().setLaneHeight(4);
    }
    view.applyCss();
    view.layout();
    double[] millis = new double[FRAMES];
    for (int i = 0; i < WARM_UP + FRAMES; i++) {
      store.accept(new Stats(++nowNanos, 0, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, ""));
      long start = System.nanoTime();
      view.pulse();
      if (i >= WARM_UP) {
        millis[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
      }
    }
    stage.close();
    stage.setScene(null);
    print(what, millis, view.frames());
  }

  private static void print(String what, double[] millis, long frames) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: %d frames drawn; ms p50 %.2f, p90 %.2f, p99 %.2f, max %.2f%n",
        what,
        frames,
        millis[millis.length / 2],
        millis[millis.length * 9 / 10],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }

  private static final class Quiet implements AlertLog {
    @Override
    public long version() {
      return 0;
    }

    @Override
    public List<Alert> alerts() {
      return List.of();
    }
  }
}
