package dev.loopscope.agent.it;

import java.awt.AWTEvent;
import java.awt.ActiveEvent;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.io.Serial;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/** An event queue under load, without a display. */
public final class SwingProgram {
  private static final int MERGED_EVENT = AWTEvent.RESERVED_ID_MAX + 1;

  private SwingProgram() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    EventQueue.invokeAndWait(Thread::yield); // starts the event thread
    haveAWindow();
    new ProgramCommands(SwingProgram::doAll, SwingProgram::blockOne).serve();
    System.exit(0);
  }

  /**
   * Makes AWT believe in a window, which needs a display. Without one it ends its thread after a
   * second in which nothing came, by an event that no program counts.
   */
  private static void haveAWindow() throws ReflectiveOperationException {
    Class<?> shutdown = Class.forName("sun.awt.AWTAutoShutdown");
    Object only = shutdown.getMethod("getInstance").invoke(null);
    Method register = shutdown.getDeclaredMethod("registerPeer", Object.class, Object.class);
    register.setAccessible(true);
    register.invoke(only, "window", "peer");
  }

  private static void doAll(OwnCounts counts, int tasks) throws InterruptedException {
    EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    MergingComponent component = new MergingComponent(counts);
    Thread.UncaughtExceptionHandler expected = (thread, error) -> {};
    EventQueue.invokeLater(counts.command(false));
    counts.submitted.incrementAndGet();
    EventQueue.invokeLater(() -> Thread.currentThread().setUncaughtExceptionHandler(expected));
    counts.submitted.incrementAndGet();
    counts.done.incrementAndGet();
    for (int i = 0; i < tasks; i++) {
      counts.submitted.addAndGet(4);
      EventQueue.invokeLater(counts.command(i % 10 == 0));
      queue.postEvent(new CountingEvent(queue, counts));
      queue.postEvent(new MergeableEvent(component));
      EventQueue.invokeLater(i % 100 == 0 ? dialog(counts, i % 200 == 0) : counts.command(false));
    }
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    awaitRest();
  }

  /** The event that settled the counts may not have returned yet. */
  private static void awaitRest() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(5);
  }

  /** Waits for a further event inside an event, as a modal dialog does. */
  private static Runnable dialog(OwnCounts counts, boolean fails) {
    return () -> {
      SecondaryLoop loop = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
      counts.submitted.addAndGet(2); // the loop itself posts an event to wake up
      EventQueue.invokeLater(
          () -> {
            loop.exit();
            counts.done.addAndGet(2);
          });
      loop.enter();
      counts.command(fails).run();
    };
  }

  /** Keeps the event thread for that long. */
  private static void blockOne(long millis) throws Exception {
    EventQueue.invokeAndWait(() -> FrameworkProgram.block(millis));
  }

  private static final class CountingEvent extends AWTEvent implements ActiveEvent {
    @Serial private static final long serialVersionUID = 1;
    private final transient OwnCounts counts;

    CountingEvent(Object source, OwnCounts counts) {
      super(source, RESERVED_ID_MAX + 2);
      this.counts = counts;
    }

    @Override
    public void dispatch() {
      counts.done.incrementAndGet();
    }
  }

  private static final class MergeableEvent extends AWTEvent {
    @Serial private static final long serialVersionUID = 1;

    MergeableEvent(Component source) {
      super(source, MERGED_EVENT);
    }
  }

  /** Makes one of two events that wait at the same time. */
  private static final class MergingComponent extends Component {
    @Serial private static final long serialVersionUID = 1;
    private final transient OwnCounts counts;

    MergingComponent(OwnCounts counts) {
      this.counts = counts;
      enableEvents(0);
    }

    @Override
    protected AWTEvent coalesceEvents(AWTEvent existing, AWTEvent posted) {
      counts.submitted.decrementAndGet();
      return existing;
    }

    @Override
    protected void processEvent(AWTEvent event) {
      counts.done.incrementAndGet();
    }
  }
}
