package dev.loopscope.agent.plugin;

import dev.loopscope.agent.probe.LoopscopeFields;
import dev.loopscope.agent.probe.LoopscopeTurns;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopFacts.Hot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in one loop's table of turns since it was read last, by handler: a thousand
 * channels of one handler are one line. For the thread that reads.
 */
final class Busiest {
  private static final int MOST = 10;
  private static final String GONE = "channels that are closed";

  private final long[] serials = new long[LoopscopeTurns.PLACES];
  private final long[] turns = new long[LoopscopeTurns.PLACES];
  private final long[] busyNanos = new long[LoopscopeTurns.PLACES];
  private final String[] names = new String[LoopscopeTurns.PLACES];
  private final LoopscopeTurns.Place place = new LoopscopeTurns.Place();
  private long readNanos;
  private long all;

  Busiest(long nowNanos) {
    readNanos = nowNanos;
  }

  LoopFacts read(int loop, long nowNanos, long channels, LoopscopeTurns from) {
    long allNow = from.all();
    Map<String, Hot> byName = new HashMap<>();
    for (int i = 0; i < LoopscopeTurns.PLACES; i++) {
      from.read(i, place);
      if (place.serial != 0) {
        add(i, from.names(), byName);
      }
    }
    from.age();
    List<Hot> hottest = new ArrayList<>(byName.values());
    hottest.sort(Comparator.comparingLong(Hot::busyNanos).reversed());
    LoopFacts facts =
        new LoopFacts(
            loop,
            nowNanos,
            channels,
            nowNanos - readNanos,
            allNow - all,
            hottest.subList(0, Math.min(MOST, hottest.size())));
    readNanos = nowNanos;
    all = allNow;
    return facts;
  }

  private void add(int i, String paths, Map<String, Hot> byName) {
    if (serials[i] != place.serial) {
      serials[i] = place.serial;
      turns[i] = 0;
      busyNanos[i] = 0;
      names[i] = name(paths);
    }
    long newTurns = place.turns - turns[i];
    long newBusyNanos = place.busyNanos - busyNanos[i];
    turns[i] = place.turns;
    busyNanos[i] = place.busyNanos;
    if (newTurns != 0 || newBusyNanos != 0) {
      byName.merge(names[i], new Hot(names[i], newTurns, newBusyNanos), Busiest::sum);
    }
  }

  private static Hot sum(Hot one, Hot other) {
    return new Hot(one.name(), one.turns() + other.turns(), one.busyNanos() + other.busyNanos());
  }

  /** The class of what the first path leads to that leads somewhere. */
  private String name(String paths) {
    Object channel = place.who;
    if (channel == null) {
      return GONE;
    }
    for (String path : paths.split("\\|", -1)) {
      Object named = LoopscopeFields.read(channel, path);
      if (named != null) {
        return named.getClass().getName();
      }
    }
    return channel.getClass().getName();
  }
}
