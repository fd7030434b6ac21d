package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A desk with one loop before it, and all that it says. */
abstract class StallDeskScene {
  static final long MS = 1_000_000;
  static final long START = 1_000_000 * MS;
  static final long LIMIT = 50 * MS;

  final FakeLoop loop = new FakeLoop();
  final FakePauses pauses = new FakePauses();
  final FakeThreads threads = new FakeThreads();
  final List<Frame> sent = new ArrayList<>();
  boolean reportsFull;
  Settings settings = new Settings(LIMIT, Map.of(), 200_000);
  final Sampler sampler = new Sampler(threads, SystemThreads.SILENT, () -> 0);
  final Witness witness =
      new Witness(sampler, new OwnPackages(null), id -> id == 78 ? 5 : 0, any -> null);
  final StallDesk desk = new StallDesk(() -> settings, sampler, witness, pauses, this::report);

  static ThreadSample blockedOn(String lock, long owner, String name, String method) {
    return Samples.waiting(Thread.State.BLOCKED, lock, owner, name, Samples.app(method, 1));
  }

  static LongRun longRun(long id, long end) {
    return new LongRun(4, FakeLoop.openRun(id, START), end, LIMIT);
  }

  boolean report(List<? extends Frame> frames) {
    if (!reportsFull) {
      sent.addAll(frames);
    }
    return !reportsFull;
  }

  List<Stall> stalls() {
    return sent.stream().filter(Stall.class::isInstance).map(Stall.class::cast).toList();
  }

  Stall last() {
    return stalls().get(stalls().size() - 1);
  }
}
