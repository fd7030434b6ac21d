package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Command.Detach;
import java.io.IOException;

final class DetachCodec implements FrameCodec<Detach> {

  @Override
  public String tag() {
    return "detach";
  }

  @Override
  public Class<Detach> frameClass() {
    return Detach.class;
  }

  @Override
  public void write(Detach frame, FieldWriter out) {}

  @Override
  public Detach read(FieldReader in) throws IOException {
    while (in.nextKey() != null) {
      in.skip();
    }
    return new Detach();
  }
}
