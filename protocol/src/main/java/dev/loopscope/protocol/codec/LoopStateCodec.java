package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class LoopStateCodec implements FrameCodec<LoopState> {

  private static final Activity[] ACTIVITIES = Activity.values();

  @Override
  public String tag() {
    return "loop";
  }

  @Override
  public Class<LoopState> frameClass() {
    return LoopState.class;
  }

  @Override
  public void write(LoopState frame, FieldWriter out) throws IOException {
    out.number("loop", frame.loop());
    out.number("at", frame.atNanos());
    out.constant("activity", frame.activity());
    out.number("since", frame.sinceNanos());
    OpenRun current = frame.current();
    if (current != null) {
      out.object("run", current, OpenRunFields::write);
    }
    out.number("pending", frame.pending());
    out.object("totals", frame.totals(), LoopStateCodec::writeTotals);
  }

  @Override
  public LoopState read(FieldReader in) throws IOException {
    int loop = 0;
    long at = 0;
    Activity activity = ACTIVITIES[0];
    long since = 0;
    @Nullable OpenRun run = null;
    long pending = 0;
    Totals totals = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "at" -> at = in.number();
        case "activity" -> activity = in.constant(ACTIVITIES);
        case "since" -> since = in.number();
        case "run" -> run = in.object(OpenRunFields::read);
        case "pending" -> pending = in.number();
        case "totals" -> totals = in.object(LoopStateCodec::readTotals);
        default -> in.skip();
      }
    }
    return new LoopState(loop, at, activity, since, run, pending, totals);
  }

  private static void writeTotals(Totals totals, FieldWriter out) throws IOException {
    out.number("submitted", totals.submitted());
    out.number("started", totals.started());
    out.number("finished", totals.finished());
    out.number("failed", totals.failed());
    out.number("cancelled", totals.cancelled());
    out.number("turns", totals.iterations());
    out.number("busy", totals.busyNanos());
    out.number("wait", totals.waitNanos());
    out.number("lost", totals.lost());
    out.number("cpu", totals.cpuNanos());
  }

  private static Totals readTotals(FieldReader in) throws IOException {
    long submitted = 0;
    long started = 0;
    long finished = 0;
    long failed = 0;
    long cancelled = 0;
    long turns = 0;
    long busy = 0;
    long wait = 0;
    long lost = 0;
    long cpu = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "submitted" -> submitted = in.number();
        case "started" -> started = in.number();
        case "finished" -> finished = in.number();
        case "failed" -> failed = in.number();
        case "cancelled" -> cancelled = in.number();
        case "turns" -> turns = in.number();
        case "busy" -> busy = in.number();
        case "wait" -> wait = in.number();
        case "lost" -> lost = in.number();
        case "cpu" -> cpu = in.number();
        default -> in.skip();
      }
    }
    return new Totals(
        submitted, started, finished, failed, cancelled, turns, busy, wait, lost, cpu);
  }
}
