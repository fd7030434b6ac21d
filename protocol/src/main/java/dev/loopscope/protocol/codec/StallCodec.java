package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Holder;
import dev.loopscope.protocol.Stall.Sample;
import dev.loopscope.protocol.Stall.Share;
import java.io.IOException;
import java.util.List;

final class StallCodec implements FrameCodec<Stall> {

  private static final Cause[] CAUSES = Cause.values();
  private static final Thread.State[] STATES = Thread.State.values();

  @Override
  public String tag() {
    return "stall";
  }

  @Override
  public Class<Stall> frameClass() {
    return Stall.class;
  }

  @Override
  public void write(Stall frame, FieldWriter out) throws IOException {
    out.number("id", frame.id());
    out.number("loop", frame.loop());
    out.object("run", frame.run(), OpenRunFields::write);
    out.number("limit", frame.limitNanos());
    out.number("detected", frame.detectedNanos());
    out.number("end", frame.endNanos());
    out.list("samples", frame.samples(), Limits.MAX_SAMPLES_PER_STALL, StallCodec::writeSample);
    out.number("stack", frame.culpritStack());
    out.number("frame", frame.culpritFrame());
    out.list("shares", frame.shares(), Limits.MAX_SHARES_PER_STALL, StallCodec::writeShare);
    out.list("holders", frame.holders(), Limits.MAX_HOLDERS_PER_STALL, HolderFields::write);
    out.number("deadlock", frame.deadlock() ? 1 : 0);
  }

  @Override
  public Stall read(FieldReader in) throws IOException {
    long id = 0;
    int loop = 0;
    OpenRun run = OpenRunFields.NONE;
    long limit = 0;
    long detected = 0;
    long end = 0;
    List<Sample> samples = List.of();
    int stack = 0;
    int frame = 0;
    List<Share> shares = List.of();
    List<Holder> holders = List.of();
    boolean deadlock = false;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "id" -> id = in.number();
        case "loop" -> loop = in.index();
        case "run" -> run = in.object(OpenRunFields::read);
        case "limit" -> limit = in.number();
        case "detected" -> detected = in.number();
        case "end" -> end = in.number();
        case "samples" -> samples = in.list(Limits.MAX_SAMPLES_PER_STALL, StallCodec::readSample);
        case "stack" -> stack = in.index();
        case "frame" -> frame = in.integer();
        case "shares" -> shares = in.list(Limits.MAX_SHARES_PER_STALL, StallCodec::readShare);
        case "holders" -> holders = in.list(Limits.MAX_HOLDERS_PER_STALL, HolderFields::read);
        case "deadlock" -> deadlock = in.number() != 0;
        default -> in.skip();
      }
    }
    return new Stall(
        id, loop, run, limit, detected, end, samples, stack, frame, shares, holders, deadlock);
  }

  private static void writeSample(Sample sample, FieldWriter out) throws IOException {
    out.number("at", sample.atNanos());
    out.number("stack", sample.stack());
    out.constant("state", sample.state());
  }

  private static Sample readSample(FieldReader in) throws IOException {
    long at = 0;
    int stack = 0;
    Thread.State state = STATES[0];
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "at" -> at = in.number();
        case "stack" -> stack = in.index();
        case "state" -> state = in.constant(STATES);
        default -> in.skip();
      }
    }
    return new Sample(at, stack, state);
  }

  private static void writeShare(Share share, FieldWriter out) throws IOException {
    out.constant("cause", share.cause());
    out.number("nanos", share.nanos());
    out.text("evidence", share.evidence());
    out.text("subject", share.subject());
  }

  private static Share readShare(FieldReader in) throws IOException {
    Cause cause = Cause.UNKNOWN;
    long nanos = 0;
    String evidence = "";
    String subject = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "cause" -> cause = causeOf(in.index());
        case "nanos" -> nanos = in.number();
        case "evidence" -> evidence = in.text();
        case "subject" -> subject = in.text();
        default -> in.skip();
      }
    }
    return new Share(cause, nanos, evidence, subject);
  }

  /** A newer agent may know more causes; to this reader they are unknown, not damage. */
  private static Cause causeOf(int ordinal) {
    return ordinal < CAUSES.length ? CAUSES[ordinal] : Cause.UNKNOWN;
  }
}
