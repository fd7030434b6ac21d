package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeRing;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** One pass over all rings, the budget shared among them. For the drain thread. */
final class Rings {

  private final Roster roster;
  private final RingReader reader;
  private final Budget budget = new Budget();
  private final Pace pace = new Pace();
  private final Supplier<Settings> settings;
  private double[] rates = new double[16];
  private long lastPassNanos;

  /** What is done between two chunks, so that bulk does not hold up what is urgent. */
  interface Flow {
    void between() throws IOException;
  }

  Rings(Roster roster, RingReader reader, Supplier<Settings> settings, long nowNanos) {
    this.roster = roster;
    this.reader = reader;
    this.settings = settings;
    lastPassNanos = nowNanos;
  }

  /**
   * Empties every ring once.
   *
   * @param between done between two chunks
   * @return how long the next pass may wait
   */
  long pass(long nowNanos, Flow between) throws IOException {
    List<LoopTrack> tracks = roster.tracks();
    Settings now = settings.get();
    long elapsed = Math.max(1, nowNanos - lastPassNanos);
    lastPassNanos = nowNanos;
    double level = level(tracks, elapsed, now.eventsPerSecond());
    for (LoopTrack track : tracks) {
      track.merging = Budget.merges(track.rate, level, track.merging);
      empty(track, now.limitNanos(track.kind(), track.name(), track.group()), between);
    }
    return pace.sleepNanos();
  }

  private double level(List<LoopTrack> tracks, long elapsed, long perSecond) {
    if (rates.length < tracks.size()) {
      rates = new double[tracks.size() * 2];
    }
    pace.begin();
    for (int i = 0; i < tracks.size(); i++) {
      LoopTrack track = tracks.get(i);
      int waiting = track.waiting();
      track.updateRate(waiting, elapsed);
      pace.saw(waiting, track.capacity(), elapsed);
      rates[i] = track.rate;
    }
    return budget.level(rates, tracks.size(), perSecond);
  }

  /** Reads what the ring holds, at most once around: a fast loop must not keep us from others. */
  private void empty(LoopTrack track, long limitNanos, Flow between) throws IOException {
    LoopscopeRing ring = track.probe.ring();
    if (ring == null) {
      return;
    }
    boolean more = true;
    for (int read = 0; more && read < ring.capacity(); read += RingReader.CHUNK_RECORDS) {
      more = reader.read(track, ring, limitNanos);
      between.between();
    }
  }
}
