package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Stats;
import java.io.IOException;

final class StatsCodec implements FrameCodec<Stats> {

  @Override
  public String tag() {
    return "stats";
  }

  @Override
  public Class<Stats> frameClass() {
    return Stats.class;
  }

  @Override
  public void write(Stats frame, FieldWriter out) throws IOException {
    out.number("at", frame.atNanos());
    out.number("runs", frame.runs());
    out.number("merged", frame.merged());
    out.number("lost", frame.lost());
    out.number("sent", frame.bytesSent());
    out.number("agentCpu", frame.agentCpuNanos());
    out.number("hooks", frame.hookNanosEstimate());
    out.number("cpu", frame.processCpuNanos());
    out.number("heap", frame.heapUsedBytes());
    out.number("heapMax", frame.heapMaxBytes());
    out.number("rings", frame.ringBytes());
    out.number("errors", frame.errors());
    out.text("lastError", frame.lastError());
  }

  @Override
  public Stats read(FieldReader in) throws IOException {
    long at = 0;
    long runs = 0;
    long merged = 0;
    long lost = 0;
    long sent = 0;
    long agentCpu = 0;
    long hooks = 0;
    long cpu = 0;
    long heap = 0;
    long heapMax = 0;
    long rings = 0;
    long errors = 0;
    String lastError = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "at" -> at = in.number();
        case "runs" -> runs = in.number();
        case "merged" -> merged = in.number();
        case "lost" -> lost = in.number();
        case "sent" -> sent = in.number();
        case "agentCpu" -> agentCpu = in.number();
        case "hooks" -> hooks = in.number();
        case "cpu" -> cpu = in.number();
        case "heap" -> heap = in.number();
        case "heapMax" -> heapMax = in.number();
        case "rings" -> rings = in.number();
        case "errors" -> errors = in.number();
        case "lastError" -> lastError = in.text();
        default -> in.skip();
      }
    }
    return new Stats(
        at, runs, merged, lost, sent, agentCpu, hooks, cpu, heap, heapMax, rings, errors,
        lastError);
  }
}
