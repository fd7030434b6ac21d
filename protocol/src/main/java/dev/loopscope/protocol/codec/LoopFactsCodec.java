package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopFacts.Hot;
import java.io.IOException;
import java.util.List;

final class LoopFactsCodec implements FrameCodec<LoopFacts> {

  @Override
  public String tag() {
    return "facts";
  }

  @Override
  public Class<LoopFacts> frameClass() {
    return LoopFacts.class;
  }

  @Override
  public void write(LoopFacts frame, FieldWriter out) throws IOException {
    out.number("loop", frame.loop());
    out.number("at", frame.atNanos());
    out.number("channels", frame.channels());
    out.number("over", frame.overNanos());
    out.number("samples", frame.samples());
    out.list("hottest", frame.hottest(), Limits.MAX_HOTTEST, LoopFactsCodec::writeHot);
  }

  @Override
  public LoopFacts read(FieldReader in) throws IOException {
    int loop = 0;
    long atNanos = 0;
    long channels = 0;
    long overNanos = 0;
    long samples = 0;
    List<Hot> hottest = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "at" -> atNanos = in.number();
        case "channels" -> channels = in.number();
        case "over" -> overNanos = in.number();
        case "samples" -> samples = in.number();
        case "hottest" -> hottest = in.list(Limits.MAX_HOTTEST, LoopFactsCodec::readHot);
        default -> in.skip();
      }
    }
    return new LoopFacts(loop, atNanos, channels, overNanos, samples, hottest);
  }

  private static void writeHot(Hot hot, FieldWriter out) throws IOException {
    out.text("name", hot.name());
    out.number("turns", hot.turns());
    out.number("busy", hot.busyNanos());
  }

  private static Hot readHot(FieldReader in) throws IOException {
    String name = "";
    long turns = 0;
    long busy = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "name" -> name = in.text();
        case "turns" -> turns = in.number();
        case "busy" -> busy = in.number();
        default -> in.skip();
      }
    }
    return new Hot(name, turns, busy);
  }
}
