package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.VirtualThreads;
import java.io.IOException;

final class VirtualThreadsCodec implements FrameCodec<VirtualThreads> {

  @Override
  public String tag() {
    return "virtual";
  }

  @Override
  public Class<VirtualThreads> frameClass() {
    return VirtualThreads.class;
  }

  @Override
  public void write(VirtualThreads frame, FieldWriter out) throws IOException {
    out.number("at", frame.atNanos());
    out.number("started", frame.started());
    out.number("ended", frame.ended());
    out.number("pinned", frame.pinned());
    out.number("parallelism", frame.parallelism());
    out.number("carriers", frame.carriers());
    out.number("busy", frame.busyCarriers());
    out.number("queued", frame.queued());
  }

  @Override
  public VirtualThreads read(FieldReader in) throws IOException {
    long atNanos = 0;
    long started = 0;
    long ended = 0;
    long pinned = 0;
    long parallelism = 0;
    long carriers = 0;
    long busyCarriers = 0;
    long queued = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "at" -> atNanos = in.number();
        case "started" -> started = in.number();
        case "ended" -> ended = in.number();
        case "pinned" -> pinned = in.number();
        case "parallelism" -> parallelism = in.number();
        case "carriers" -> carriers = in.number();
        case "busy" -> busyCarriers = in.number();
        case "queued" -> queued = in.number();
        default -> in.skip();
      }
    }
    return new VirtualThreads(
        atNanos, started, ended, pinned, parallelism, carriers, busyCarriers, queued);
  }
}
