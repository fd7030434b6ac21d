package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeCounts;
import dev.loopscope.agent.probe.LoopscopeErrors;
import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.Stats;
import java.io.IOException;
import java.util.function.Supplier;

/** Tells what the agent costs and loses. For the drain thread. */
final class StatsTeller {

  private final FrameSink sink;
  private final Roster roster;
  private final Supplier<LoopscopeCounts> unbound;
  private final RingReader reader;
  private final RunMerger merger;
  private final OwnCost cost;
  private final ErrorLog errors;
  private final long hookErrorsBefore = LoopscopeErrors.count();

  /** Of loops that have ended. */
  private long goneLost;

  private long goneHookNanos;

  StatsTeller(
      FrameSink sink,
      Roster roster,
      Supplier<LoopscopeCounts> unbound,
      RingReader reader,
      RunMerger merger,
      OwnCost cost,
      ErrorLog errors) {
    this.sink = sink;
    this.roster = roster;
    this.unbound = unbound;
    this.reader = reader;
    this.merger = merger;
    this.cost = cost;
    this.errors = errors;
  }

  /** The loop has ended; what it counted stays counted. */
  void gone(LoopTrack loop) {
    goneLost += loop.probe.lost();
    goneHookNanos += cost.hookNanos(loop.probe.counts());
  }

  void tell(long nowNanos) throws IOException {
    long lost = goneLost;
    long hookNanos = goneHookNanos + cost.hookNanos(unbound.get());
    long ringBytes = 0;
    for (LoopTrack loop : roster.tracks()) {
      lost += loop.probe.lost();
      hookNanos += cost.hookNanos(loop.probe.counts());
      ringBytes += (long) loop.capacity() * LoopscopeRecord.LONGS * Long.BYTES;
    }
    long hookErrors = LoopscopeErrors.count() - hookErrorsBefore;
    Runtime runtime = Runtime.getRuntime();
    sink.send(
        new Stats(
            nowNanos,
            reader.runs(),
            merger.merged(),
            lost,
            sink.bytesSent(),
            cost.agentCpuNanos(),
            hookNanos,
            cost.processCpuNanos(),
            runtime.totalMemory() - runtime.freeMemory(),
            runtime.maxMemory(),
            ringBytes,
            errors.count() + hookErrors,
            lastError(hookErrors)));
  }

  private String lastError(long hookErrors) {
    if (errors.count() > 0) {
      return errors.last();
    }
    return hookErrors > 0 ? "in a hook: " + LoopscopeErrors.lastClassName() : "";
  }
}
