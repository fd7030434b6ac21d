package dev.loopscope.samples.window;

import dev.loopscope.samples.journal.Block;
import dev.loopscope.samples.journal.BlockLog;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GraphicsEnvironment;
import java.time.Duration;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * A clock in a window, and a button that blocks the event thread; it is pressed by itself from time
 * to time. Without a display there is no window, but the same event queue with the same events.
 */
public final class WindowSample implements Sample {
  private static final Duration TICK = Duration.ofMillis(20);

  @Override
  public String name() {
    return "window";
  }

  @Override
  public String summary() {
    return "a Swing window with a clock; its button blocks the event thread";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        new OptionSpec("block", "TIME", "300ms", "how long the button blocks"),
        new OptionSpec("every", "TIME", "2s", "the button is pressed this often by itself"));
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal) throws InterruptedException {
    Duration every = options.period("every");
    Clock clock = new Clock(options.period("block"), new BlockLog(journal));
    boolean shown = !GraphicsEnvironment.isHeadless();
    if (shown) {
      EventQueue.invokeLater(() -> clock.show(lifetime));
    } else {
      journal.say("no display: the event queue runs without a window");
    }
    journal.print("READY pid=" + ProcessHandle.current().pid());
    Ticker ticker = new Ticker(clock, TICK, every);
    ticker.start();
    journal.say("ended: %s", lifetime.awaitEnd());
    ticker.end();
    if (shown) {
      EventQueue.invokeLater(clock::hide);
    }
    return 0;
  }

  /** What the event thread works on; all but the constructor runs there. */
  private static final class Clock {
    private final Duration time;
    private final BlockLog blocks;
    private final JLabel label = new JLabel("0");
    private @org.jspecify.annotations.Nullable JFrame frame;
    private long ticks;

    Clock(Duration time, BlockLog blocks) {
      this.time = time;
      this.blocks = blocks;
    }

    void show(Lifetime lifetime) {
      JButton button = new JButton("Block");
      button.addActionListener(pressed -> block());
      JFrame made = new JFrame("Loopscope sample");
      made.setLayout(new FlowLayout());
      made.add(label);
      made.add(button);
      made.addWindowListener(
          new java.awt.event.WindowAdapter() {
            @Override
            public void windowClosing(java.awt.event.WindowEvent event) {
              lifetime.end("the window was closed");
            }
          });
      made.pack();
      made.setVisible(true);
      frame = made;
    }

    void hide() {
      if (frame != null) {
        frame.dispose();
      }
    }

    void tick() {
      label.setText(String.valueOf(++ticks));
    }

    void block() {
      Block block = blocks.next();
      try {
        Thread.sleep(block.startsHere(time).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      block.ends();
    }
  }

  /** Gives the event thread work, as a clock and a user would. */
  private static final class Ticker {
    private final Clock clock;
    private final Duration tick;
    private final long presses;
    private final Thread thread = new Thread(this::run, "window-ticker");

    Ticker(Clock clock, Duration tick, Duration every) {
      this.clock = clock;
      this.tick = tick;
      presses = Math.max(1, every.toNanos() / tick.toNanos());
    }

    void start() {
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      try {
        for (long i = 1; ; i++) {
          Thread.sleep(tick.toMillis());
          EventQueue.invokeLater(clock::tick);
          if (i % presses == 0) {
            EventQueue.invokeLater(clock::block);
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    void end() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }
}
