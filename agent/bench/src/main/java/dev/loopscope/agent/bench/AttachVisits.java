package dev.loopscope.agent.bench;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Attaches and detaches again and again while the program works, and looks at what it holds. */
final class AttachVisits {
  /** What a first attach leaves for good is there by then. */
  private static final long FIRST_LOOK = 10;

  /** A session's last thread ends a little after its detach, and holds its classes until then. */
  private static final long SETTLE_MILLIS = 500;

  /** Looks at most so often for what the JVM has not freed yet. */
  private static final int LOOKS = 6;

  private final ChildJvm jvm;
  private final long stayMillis;
  private final SortedMap<Long, Footprint> looks = new TreeMap<>();
  private long made;
  private long nanos;

  AttachVisits(ChildJvm jvm, long stayMillis) {
    this.jvm = jvm;
    this.stayMillis = stayMillis;
  }

  /**
   * Looks at the program, which must be at rest, again and again, and keeps the look with the
   * fewest classes: old versions of woven ones are held by compiled code that was given up, until
   * the JVM sweeps it away, which it does when it likes.
   */
  void look() throws IOException, InterruptedException {
    for (int i = 0; i < LOOKS; i++) {
      TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
      looks.merge(made, Footprint.of(jvm), Footprint::fewerClasses);
    }
  }

  void make(Twin visited, long times) throws Exception {
    VirtualMachine machine = jvm.attach();
    try (FramePort port = new FramePort(frame -> {})) {
      visited.begin();
      while (made < times) {
        long began = System.nanoTime();
        visit(machine, port);
        nanos += System.nanoTime() - began;
        made++;
        if (made == FIRST_LOOK || made == times / 2 || made == times) {
          visited.end();
          look();
          if (made < times) {
            visited.begin();
          }
        }
      }
    } finally {
      machine.detach();
    }
  }

  private void visit(VirtualMachine machine, FramePort port) throws Exception {
    ChildJvm.loadAgent(machine, port.agentOptions());
    ChildJvm.awaitWatching(machine);
    TimeUnit.MILLISECONDS.sleep(stayMillis);
    ChildJvm.loadAgent(machine, "detach");
  }

  long made() {
    return made;
  }

  /** How long a visit takes, attach, stay and detach. */
  double millis() {
    return made == 0 ? 0 : nanos / 1e6 / made;
  }

  /** What it held after so many visits. */
  SortedMap<Long, Footprint> looks() {
    return Collections.unmodifiableSortedMap(looks);
  }

  String row() {
    Footprint from = looks.getOrDefault(FIRST_LOOK, looks.get(looks.firstKey()));
    Footprint to = looks.get(looks.lastKey());
    if (from == null || to == null) {
      throw new IllegalStateException("Nothing was looked at.");
    }
    return String.format(Locale.ROOT, "%.0f ms | ", millis()) + Footprint.growth(from, to);
  }
}
